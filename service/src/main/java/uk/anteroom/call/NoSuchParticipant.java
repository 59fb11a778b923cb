package uk.anteroom.call;

/** This practice has no such participant in this call. */
public class NoSuchParticipant extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchParticipant(String message) {
        super(message);
    }
}
