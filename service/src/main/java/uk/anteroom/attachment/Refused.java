package uk.anteroom.attachment;

/** A file cannot be kept. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final Refusal why;

    Refused(Refusal why) {
        super(why.name());
        this.why = why;
    }

    Refusal why() {
        return why;
    }
}
