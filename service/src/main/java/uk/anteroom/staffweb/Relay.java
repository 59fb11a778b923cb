package uk.anteroom.staffweb;

import uk.anteroom.kernel.ContactPoint;

/** Relay UK, which types and reads aloud between a telephone and somebody who cannot hear it. */
final class Relay {

    /** For who hears and rings; 18001 is for who cannot, and stands in letters. */
    static final String PREFIX = "18002";

    private Relay() {}

    /** What rings that number, through Relay UK or not. */
    static String href(ContactPoint number, boolean relayed) {
        return "tel:" + (relayed ? PREFIX : "") + number.shown().replace(" ", "");
    }
}
