package uk.anteroom.call;

/** This participant may not do that, or this practice has no such call. */
public class NotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotAllowed(String message) {
        super(message);
    }
}
