package uk.anteroom.attachment;

/** How far a file has come. */
public enum AttachmentState {
    /** Not all of it is here. */
    RECEIVING,
    /** Made anew, and not scanned yet: nobody reads it. */
    WAITING,
    /** Scanned, and nothing was found. */
    CLEAN,
    /** Not taken; nothing of it was kept. */
    REFUSED,
    /** The scanner found something; nothing of it is left. */
    INFECTED
}
