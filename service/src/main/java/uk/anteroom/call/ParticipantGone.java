package uk.anteroom.call;

/** The participant to be admitted never came, is gone, or has left. */
public class ParticipantGone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ParticipantGone(String message) {
        super(message);
    }
}
