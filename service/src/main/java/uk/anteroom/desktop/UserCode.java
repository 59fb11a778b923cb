package uk.anteroom.desktop;

import java.util.Locale;
import java.util.Optional;
import uk.anteroom.kernel.Secrets;

/**
 * Eight letters that a person compares or types: no vowels, so that they spell nothing, and none that look alike (RFC 8628, 6.1).
 * About 34 bits, so guesses are counted.
 */
record UserCode(String letters) {

    static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";
    private static final int LENGTH = 8;
    private static final int LONGEST = 40;

    static UserCode draw(Secrets secrets) {
        return new UserCode(secrets.of(ALPHABET, LENGTH));
    }

    /** Reads one, however it is spaced and in whatever case; empty if it cannot be one. */
    static Optional<UserCode> read(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String letters = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return letters.matches("[" + ALPHABET + "]{" + LENGTH + "}")
                ? Optional.of(new UserCode(letters))
                : Optional.empty();
    }

    byte[] digest() {
        return Secrets.digest("desktop code " + letters);
    }

    /** WDJB-MJHT. */
    String shown() {
        return letters.substring(0, LENGTH / 2) + "-" + letters.substring(LENGTH / 2);
    }
}
