package uk.anteroom.practicelist;

/** Why a reading did not come to its end, or what is to be decided about it. */
public enum ReadingProblem {
    /** No answer, or faults, however often it was asked. */
    UNREACHABLE,
    /** It asked us to come back, too often. */
    BUSY,
    /** It does not know us, or does not let us read. */
    NOT_AUTHORISED,
    /** It has no patients under that address. */
    NOT_FOUND,
    /** An answer that is not FHIR: a page of a proxy, or something cut off. */
    NOT_FHIR,
    /** It sends us to another address, which is not followed. */
    REDIRECTED,
    /** Its next page is said to be on another host, which is not followed. */
    FOREIGN_LINK,
    /** A page too large to be one of patients. */
    TOO_LARGE,
    /** Page after page without an end. */
    ENDLESS,
    /** The practice has no clinical system set up. */
    NOT_SET_UP,
    /** So many would leave that somebody must say that it is right. Nobody has left. */
    MANY_MISSING
}
