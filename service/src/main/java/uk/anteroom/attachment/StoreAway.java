package uk.anteroom.attachment;

import org.springframework.dao.DataAccessResourceFailureException;

/** The place where files are kept could not be reached, or does not let us in: nothing is known of the file, and trying again is right. */
final class StoreAway extends DataAccessResourceFailureException {

    private static final long serialVersionUID = 1L;

    private final boolean refused;

    StoreAway(String message) {
        super(message);
        this.refused = false;
    }

    StoreAway(String message, boolean refused, Throwable cause) {
        super(message, cause);
        this.refused = refused;
    }

    /** It answered that it will not have us: that does not pass by itself. */
    boolean refused() {
        return refused;
    }
}
