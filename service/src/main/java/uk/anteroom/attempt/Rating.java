package uk.anteroom.attempt;

/** What a patient says of the call as a whole. */
public enum Rating {
    GOOD,
    NOT_SO_GOOD,
    BAD
}
