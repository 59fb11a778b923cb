package uk.anteroom.smart;

/** A launch that we do not follow: from a system that is not on the practice's list, or one that does not do what SMART asks of it. */
public final class SmartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SmartRefused(String message) {
        super(message);
    }
}
