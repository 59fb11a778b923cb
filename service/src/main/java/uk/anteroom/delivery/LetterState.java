package uk.anteroom.delivery;

/** How far a letter has come. */
public enum LetterState {
    /** Stored; not handed over yet, or to be tried again. */
    QUEUED,
    /** Taken by the provider. */
    SENT,
    /** The provider says that it arrived. */
    DELIVERED,
    /** It will not arrive. */
    FAILED,
    /** Not sent, because its reason ended first. */
    DROPPED
}
