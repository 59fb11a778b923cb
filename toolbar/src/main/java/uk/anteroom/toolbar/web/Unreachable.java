package uk.anteroom.toolbar.web;

/** The service did not answer, or not as it should. Trying again later is right. */
public class Unreachable extends Exception {

    private static final long serialVersionUID = 1;

    public Unreachable(String why) {
        super(why);
    }

    public Unreachable(Throwable cause) {
        super(cause);
    }
}
