package uk.anteroom.web;

/** There is nothing there, or nothing for whoever asks: the two are the same page. */
public class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NotFound() {
        super("Not found, or not yours");
    }
}
