package uk.anteroom.practice;

/** Somebody asked for what their role does not allow. */
public class NotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NotAllowed() {
        super("Not allowed for this role");
    }
}
