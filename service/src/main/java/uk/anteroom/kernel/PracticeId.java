package uk.anteroom.kernel;

import java.util.UUID;

/** Names a practice, the tenant: nothing of one practice is ever visible to another. */
public record PracticeId(UUID value) {

    /** Reads the form {@link #toString()} writes. Throws {@link IllegalArgumentException} if it is no UUID. */
    public static PracticeId of(String text) {
        return new PracticeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
