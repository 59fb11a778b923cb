package uk.anteroom.call;

/** There is no room for one more in a call. */
public final class CallFull extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CallFull(String message) {
        super(message);
    }
}
