package uk.anteroom.account;

/** What came of typing a code. The same whether a code was ever sent. */
public enum CodeCheck {
    RIGHT,
    WRONG,
    /** It is too old, was tried too often, or was used: a new one is needed. */
    OVER
}
