package uk.anteroom.toolbar.web;

/** The token works no more: somebody ended it, it died, or its owner left the practice. */
public class SignedOut extends Exception {

    private static final long serialVersionUID = 1;

    public SignedOut() {
        super("The token works no more");
    }
}
