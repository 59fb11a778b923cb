package uk.anteroom.call;

/** Thrown by a listener of another room to forbid what is about to happen: everything is rolled back. */
public class Veto extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Veto(String message) {
        super(message);
    }
}
