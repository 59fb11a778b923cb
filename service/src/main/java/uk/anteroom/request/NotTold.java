package uk.anteroom.request;

/** Whoever sent a request could not be told what became of it; so nothing became of it. */
public class NotTold extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NotTold() {
        super("The sender of the request cannot be told now");
    }
}
