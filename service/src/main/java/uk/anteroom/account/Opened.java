package uk.anteroom.account;

/** What came of opening an account. */
public enum Opened {
    OPENED,
    /** The patient has one. */
    THERE_IS_ONE,
    /** Another account of this practice is signed in to with that address. */
    NAME_TAKEN
}
