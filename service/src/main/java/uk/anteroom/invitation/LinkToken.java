package uk.anteroom.invitation;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import uk.anteroom.kernel.Secrets;

/**
 * The secret of a link: the practice's public code, then 22 characters of [0-9A-Za-z], which is more than 128 random bits. The code tells whose
 * telephone number an unusable link shows, and nothing about whether the link ever existed. Hides itself when printed.
 */
public record LinkToken(String value) {

    private static final int SECRET = 22;
    private static final Pattern SHAPE = Pattern.compile("([a-z]{3,4})([0-9A-Za-z]{22})");

    /** Draws a new one for a practice of that code. */
    public static LinkToken draw(String publicCode, Secrets secrets) {
        return new LinkToken(publicCode + secrets.alphanumeric(SECRET));
    }

    /** Reads what stood in an address; empty if it cannot be a token of ours. */
    public static Optional<LinkToken> read(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new LinkToken(text)) : Optional.empty();
    }

    /** The practice's public code. */
    public String publicCode() {
        return value.substring(0, value.length() - SECRET);
    }

    /** What is stored of it, and looked up by. */
    public byte[] digest() {
        return Secrets.digest(value);
    }

    /** Names the link where nobody may read it, as in a job: the first half of its digest. It leads to the row, if there is one, and to nobody else. */
    UUID name() {
        ByteBuffer digest = ByteBuffer.wrap(digest());
        return new UUID(digest.getLong(), digest.getLong());
    }

    @Override
    public String toString() {
        return "LinkToken(hidden)";
    }
}
