package uk.anteroom.account;

/** What came of changing a password. */
public enum PasswordChange {
    CHANGED,
    /** The old one is not right. */
    WRONG,
    /** Too many tries in this session. */
    TOO_MANY
}
