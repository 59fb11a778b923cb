package uk.anteroom.account;

/** What came of proving again who somebody is. */
public enum Proving {
    PROVED,
    WRONG,
    /** Too many tries from that place. */
    TOO_MANY
}
