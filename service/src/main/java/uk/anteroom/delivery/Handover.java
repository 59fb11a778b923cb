package uk.anteroom.delivery;

/** What a provider said to a letter. */
public sealed interface Handover {

    /** Taken; on its way. */
    record Taken() implements Handover {}

    /** Never going to work: no such mailbox, wrong number, refused for good. */
    record Refused(Problem problem) implements Handover {}

    /** Not now. */
    record NotNow(Problem problem) implements Handover {}

    /** The connection broke before the answer: it may be on its way or not. */
    record Unclear() implements Handover {}
}
