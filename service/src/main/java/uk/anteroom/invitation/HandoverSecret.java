package uk.anteroom.invitation;

import java.util.Optional;
import java.util.regex.Pattern;
import uk.anteroom.kernel.Secrets;

/**
 * What a device holds that is about to go on with a visit: the practice's code, then 22 characters of [0-9A-Za-z]. It stands in the square, and
 * in the hands of a device that typed the letters and waits. Hides itself when printed.
 */
public record HandoverSecret(String value) {

    private static final int SECRET = 22;
    private static final Pattern SHAPE = Pattern.compile("[a-z]{3,4}[0-9A-Za-z]{22}");

    static HandoverSecret draw(String publicCode, Secrets secrets) {
        return new HandoverSecret(publicCode + secrets.alphanumeric(SECRET));
    }

    /** Reads what a page sent; empty if it cannot be one of ours. */
    public static Optional<HandoverSecret> read(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new HandoverSecret(text)) : Optional.empty();
    }

    /** The practice's public code. */
    public String publicCode() {
        return value.substring(0, value.length() - SECRET);
    }

    byte[] digest() {
        return Secrets.digest(value);
    }

    @Override
    public String toString() {
        return "HandoverSecret(hidden)";
    }
}
