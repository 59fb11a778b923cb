package uk.anteroom.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A date of birth. Hides itself when printed. */
public record DateOfBirth(LocalDate value) {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
    /** Nobody older is known; an earlier year is a slip of the finger. */
    private static final int OLDEST = 130;

    /**
     * Reads three fields: 3 or 03, a month as a number or a word, a year of four digits. Complaints:
     * {@code birth.empty}, {@code birth.impossible} (no such day, in the future, or before anybody living was born).
     */
    public static Reading<DateOfBirth> read(String day, String month, String year, LocalDate today) {
        if (day.isBlank() && month.isBlank() && year.isBlank()) {
            return Reading.wrong("birth.empty");
        }
        try {
            LocalDate date = LocalDate.of(number(year, 4), monthOf(month), number(day, 1));
            if (date.isAfter(today) || date.isBefore(today.minusYears(OLDEST))) {
                return Reading.wrong("birth.impossible");
            }
            return Reading.right(new DateOfBirth(date));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Reading.wrong("birth.impossible");
        }
    }

    private static int number(String typed, int digitsAtLeast) {
        String trimmed = typed.strip();
        if (trimmed.length() < digitsAtLeast || !NUMBER.matcher(trimmed).matches()) {
            throw new IllegalArgumentException("not a number");
        }
        return Integer.parseInt(trimmed);
    }

    private static int monthOf(String typed) {
        String trimmed = typed.strip().toLowerCase(Locale.UK);
        if (NUMBER.matcher(trimmed).matches()) {
            return Integer.parseInt(trimmed);
        }
        int named = trimmed.length() < 3 ? -1 : MONTHS.indexOf(trimmed.substring(0, 3));
        if (named < 0) {
            throw new IllegalArgumentException("not a month");
        }
        return named + 1;
    }

    /** 14 March 1957. */
    public String shown() {
        return SHOWN.format(value);
    }

    /** Whole years lived on that day. */
    public int ageOn(LocalDate day) {
        return Period.between(value, day).getYears();
    }

    @Override
    public String toString() {
        return "DateOfBirth(hidden)";
    }
}
