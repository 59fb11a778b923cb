package uk.anteroom.call;

/** The call has ended or is closed, so that this cannot be done any more. */
public class CallOver extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CallOver(String message) {
        super(message);
    }
}
