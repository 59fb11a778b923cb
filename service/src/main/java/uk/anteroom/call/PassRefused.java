package uk.anteroom.call;

/** The pass or session is unknown, used, expired or of another practice. Which, is nobody's business. */
public class PassRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PassRefused(String message) {
        super(message);
    }
}
