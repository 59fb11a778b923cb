package uk.anteroom.account;

/** What came of adding a passkey, or of taking one away. */
public enum PasskeyChange {
    DONE,
    /** It is not right, they would be too many, or it is the last way in. */
    REFUSED,
    /** Nobody has shown lately who they are ({@link Proofs}). */
    NOT_PROVED
}
