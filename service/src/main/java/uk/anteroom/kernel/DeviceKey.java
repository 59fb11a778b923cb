package uk.anteroom.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a device keeps to show that its holder proved who they are: the practice's code, then 22 characters. Hides itself when printed. */
public record DeviceKey(String value) {

    private static final int SECRET = 22;
    private static final Pattern SHAPE = Pattern.compile("[a-z]{3,4}[0-9A-Za-z]{22}");

    /** Draws a new one for a practice of that code. */
    public static DeviceKey draw(String publicCode, Secrets secrets) {
        return new DeviceKey(publicCode + secrets.alphanumeric(SECRET));
    }

    /** Reads what stood in a cookie; empty if it cannot be a key of ours. */
    public static Optional<DeviceKey> read(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new DeviceKey(text)) : Optional.empty();
    }

    /** The practice's public code. */
    public String publicCode() {
        return value.substring(0, value.length() - SECRET);
    }

    /** What is stored of it, and looked up by. */
    public byte[] digest() {
        return Secrets.digest(value);
    }

    @Override
    public String toString() {
        return "DeviceKey(hidden)";
    }
}
