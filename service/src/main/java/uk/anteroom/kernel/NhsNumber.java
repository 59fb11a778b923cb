package uk.anteroom.kernel;

import java.util.Optional;

/**
 * An NHS number: ten digits, the last a check digit modulo 11 (NHS Data Dictionary, "NHS NUMBER"). Hides itself when
 * printed.
 */
public record NhsNumber(String value) {

    public NhsNumber {
        if (!isRight(value)) {
            throw new IllegalArgumentException("Not an NHS number");
        }
    }

    /** Reads a number written with or without spaces or dashes; empty if it is not an NHS number. */
    public static Optional<NhsNumber> read(String typed) {
        String digits = typed.replaceAll("[\\s-]", "");
        return isRight(digits) ? Optional.of(new NhsNumber(digits)) : Optional.empty();
    }

    private static boolean isRight(String digits) {
        if (digits.length() != 10 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (10 - i) * (digits.charAt(i) - '0');
        }
        int check = (11 - sum % 11) % 11;
        // a remainder that asks for a check digit of 10 means that the number was never issued
        return check != 10 && check == digits.charAt(9) - '0';
    }

    /** As people read it: 999 014 7256. */
    public String shown() {
        return value.substring(0, 3) + " " + value.substring(3, 6) + " " + value.substring(6);
    }

    @Override
    public String toString() {
        return "NhsNumber(hidden)";
    }
}
