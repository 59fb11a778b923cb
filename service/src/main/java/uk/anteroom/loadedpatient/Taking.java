package uk.anteroom.loadedpatient;

/** What became of an event. */
public enum Taking {
    /** It counts. */
    TAKEN,
    /** It was told before; whoever told it lives. */
    REPEATED,
    /** Something newer was told already. */
    STALE
}
