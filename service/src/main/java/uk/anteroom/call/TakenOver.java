package uk.anteroom.call;

/** A newer page or device has taken this seat over: what the older one says no longer counts. */
public class TakenOver extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TakenOver(String message) {
        super(message);
    }
}
