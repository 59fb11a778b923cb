package uk.anteroom.kernel;

import java.util.Optional;

/**
 * A secret of one practice, found by its SHA-256 among that practice's rows. Written as the practice's id, a dot and 43
 * characters of base64url (256 random bits); hides itself when printed.
 */
public record PracticeSecret(PracticeId practice, String text) {

    private static final int BYTES = 32;
    private static final int LONGEST = 100;

    /** Draws one that nobody has had before. */
    public static PracticeSecret draw(PracticeId practice, Secrets secrets) {
        return new PracticeSecret(practice, practice + "." + secrets.base64(BYTES));
    }

    /** Reads one; empty if it cannot be one. */
    public static Optional<PracticeSecret> read(String text) {
        int dot = text.indexOf('.');
        if (dot < 0 || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PracticeSecret(PracticeId.of(text.substring(0, dot)), text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** By which it is looked up. */
    public byte[] digest() {
        return Secrets.digest(text);
    }

    @Override
    public String toString() {
        return "PracticeSecret(hidden)";
    }
}
