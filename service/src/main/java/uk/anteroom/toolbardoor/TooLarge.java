package uk.anteroom.toolbardoor;

/** A body is larger than anything that is sent here. */
class TooLarge extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooLarge() {
        super("The body is too large");
    }
}
