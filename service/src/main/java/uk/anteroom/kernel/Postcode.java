package uk.anteroom.kernel;

import java.util.Locale;
import java.util.regex.Pattern;

/** A UK postcode as it is written on a letter: SW1A 1AA. Hides itself when printed. */
public record Postcode(String value) {

    // Royal Mail, Programmers' Guide to the Postcode Address File: area, district, sector, unit; the last two letters
    // are never C I K M O V
    private static final Pattern SHAPE =
            Pattern.compile("(?:[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][ABD-HJLNP-UW-Z]{2}|GIR 0AA)");

    private static final int INWARD = 3;
    private static final int LONGEST = 7;

    public Postcode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a postcode");
        }
    }

    /** Reads what a person typed, in any case and with any spaces. Complaints: {@code postcode.empty}, {@code postcode.shape}. */
    public static Reading<Postcode> read(String typed) {
        String letters = typed.replaceAll("[\\s\\u00a0]+", "").toUpperCase(Locale.ROOT);
        if (letters.isEmpty()) {
            return Reading.wrong("postcode.empty");
        }
        if (letters.length() <= INWARD || letters.length() > LONGEST) {
            return Reading.wrong("postcode.shape");
        }
        int inward = letters.length() - INWARD;
        String written = letters.substring(0, inward) + " " + letters.substring(inward);
        return SHAPE.matcher(written).matches()
                ? Reading.right(new Postcode(written))
                : Reading.wrong("postcode.shape");
    }

    @Override
    public String toString() {
        return "Postcode(hidden)";
    }
}
