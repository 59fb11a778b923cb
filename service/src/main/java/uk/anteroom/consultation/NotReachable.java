package uk.anteroom.consultation;

/** There is no such consultation here, or it is over. */
public class NotReachable extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotReachable() {
        super("No such consultation, or it is over");
    }
}
