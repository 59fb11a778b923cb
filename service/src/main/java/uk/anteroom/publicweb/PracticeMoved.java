package uk.anteroom.publicweb;

/** The practice goes by another code now; the page is at another path of ours. */
class PracticeMoved extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String path;

    PracticeMoved(String path) {
        super("The practice goes by another code");
        this.path = path;
    }

    String path() {
        return path;
    }
}
