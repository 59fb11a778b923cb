package uk.anteroom.conversation;

/** What the practice wants of a message to a patient. */
public enum MessageKind {
    REPLY_REQUIRED,
    REPLY_NOT_REQUIRED,
    /** Its text goes into the record, too. */
    REPLY_NOT_REQUIRED_SAVE
}
