package uk.anteroom.invitation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.anteroom.kernel.Secrets;

/**
 * Six letters and digits that are read from one screen and typed on another. None of them can be taken for another one (no 0 O, 1 I L, 2 Z, 5 S, 8 B,
 * U V). Some 150 million codes: enough to be typed, too few to let somebody in alone. Hides itself when printed.
 */
public record HandoverCode(String value) {

    private static final String ALPHABET = "34679ACDEFGHJKMNPQRTWXY";
    private static final int LENGTH = 6;
    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{6}");

    static HandoverCode draw(Secrets secrets) {
        return new HandoverCode(secrets.of(ALPHABET, LENGTH));
    }

    /** Reads what a person typed, in small letters or with spaces and strokes; empty if it cannot be one of ours. */
    public static Optional<HandoverCode> read(String typed) {
        String plain = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return SHAPE.matcher(plain).matches() ? Optional.of(new HandoverCode(plain)) : Optional.empty();
    }

    /** In two groups of three, to be read out. */
    public String grouped() {
        return value.substring(0, 3) + " " + value.substring(3);
    }

    @Override
    public String toString() {
        return "HandoverCode(hidden)";
    }
}
