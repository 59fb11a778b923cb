package uk.anteroom.account;

/** What came of changing a password. */
public enum PasswordChange {
    CHANGED,
    /** The old one is not right. */
    WRONG,
    /** Too many tries in this session. */
    TOO_MANY,
    /** There is no password to prove it by, and nobody has shown lately who they are ({@link Proofs}). */
    NOT_PROVED
}
