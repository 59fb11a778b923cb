package uk.anteroom.conversation;

/** What came of a patient's reply. */
public enum Replying {
    /** Stored, by this press of the button or an earlier arrival of the same press. */
    SENT,
    /** Nobody asked for it. */
    NOT_ASKED,
    /** Too many for now. */
    TOO_MANY
}
