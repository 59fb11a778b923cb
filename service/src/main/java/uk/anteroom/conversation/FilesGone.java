package uk.anteroom.conversation;

/** Undoes a message whose files can't be attached. */
final class FilesGone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FilesGone() {
        super("A file cannot be attached", null, false, false);
    }
}
