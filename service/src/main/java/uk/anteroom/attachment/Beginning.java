package uk.anteroom.attachment;

/** What came of announcing a file. */
public sealed interface Beginning {

    /** Its pieces may come. */
    record Begun(Attachment attachment) implements Beginning {}

    /** Its size alone forbids it. Nothing was stored. */
    record Refused(Refusal why) implements Beginning {}

    /** Too many are unfinished, or attached to nothing. */
    record TooMany() implements Beginning {}
}
