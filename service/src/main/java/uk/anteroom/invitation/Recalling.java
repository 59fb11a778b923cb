package uk.anteroom.invitation;

/** What came of calling a patient back. */
public enum Recalling {
    /** A letter is on its way. */
    POSTED,
    /** One went out less than a minute ago. */
    TOO_SOON,
    /** There is no link that works, or they do not wait. */
    NO_WAY
}
