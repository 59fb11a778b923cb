package uk.anteroom.conversation;

/** What came of a patient's reply. */
public enum Replying {
    /** Stored, by this press of the button or an earlier arrival of the same press. */
    SENT,
    /** The practice does not let this carer write, or no longer. */
    NOT_ALLOWED,
    /** Nobody asked for it. */
    NOT_ASKED,
    /** A file is not here, too many are, or one was refused or found infected meanwhile. */
    WITHOUT_FILES,
    /** Too many for now. */
    TOO_MANY
}
