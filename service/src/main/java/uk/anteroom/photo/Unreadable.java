package uk.anteroom.photo;

/** What was sent is no picture that can be kept: no JPEG or PNG, broken, or too large. */
public final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
        super(message);
    }
}
