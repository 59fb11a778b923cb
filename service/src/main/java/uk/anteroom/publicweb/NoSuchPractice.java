package uk.anteroom.publicweb;

/** No practice has that code, or ever had. */
class NoSuchPractice extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoSuchPractice() {
        super("No practice of that code");
    }
}
