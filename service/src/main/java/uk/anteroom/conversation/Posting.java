package uk.anteroom.conversation;

import uk.anteroom.patient.NotInvitable;

/** What came of sending a message to a patient. */
public sealed interface Posting {

    /** Stored with its letter, by this press of the button or an earlier arrival of the same press. */
    record Sent(MessageId message) implements Posting {}

    /** The patient is recorded as opted out of this channel, and nobody has confirmed that they agreed. */
    record OptedOut() implements Posting {}

    /** A file is not here, too many are, or one was refused or found infected meanwhile. */
    record WithoutFiles() implements Posting {}

    /** Too many for now. */
    record TooMany() implements Posting {}

    /** The list says of this patient what forbids it. */
    record NotSent(NotInvitable why) implements Posting {}
}
