package uk.anteroom.consultation;

/** What somebody who waits long would like. */
public enum Wish {
    /** To keep waiting on the page. */
    KEEP,
    /** To close the page, and to be told by text message when it is their turn. */
    TEXT,
    /** To be rung instead. */
    RING
}
