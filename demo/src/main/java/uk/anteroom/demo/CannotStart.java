package uk.anteroom.demo;

/** Why the demo does not start, in one sentence for whoever typed the command. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CannotStart(String sentence) {
        super(sentence);
    }

    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
