package uk.anteroom.loadedpatient;

/** The hub does not do what it was asked. The message is for whoever writes the other program, and repeats nothing that was sent. */
public class HubRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why, in the words of HTTP. */
    public enum Kind {
        /** 400. */
        MISSHAPEN,
        /** 403. */
        NOT_ALLOWED,
        /** 404. */
        NOT_THERE,
        /** 409. */
        STALE,
        /** 429. */
        TOO_MANY
    }

    private final Kind kind;

    public HubRefused(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
