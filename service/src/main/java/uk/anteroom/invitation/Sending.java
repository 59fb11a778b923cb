package uk.anteroom.invitation;

import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.patient.NotInvitable;

/** What came of asking for an invitation to be sent. */
public sealed interface Sending {

    /** Stored with its letter, by this press of the button or an earlier arrival of the same press. */
    record Sent(ConsultationId consultation, InvitationId invitation) implements Sending {}

    /** The patient is recorded as opted out of this channel, and nobody has confirmed that they agreed. */
    record OptedOut() implements Sending {}

    /** Too many for now. */
    record TooMany() implements Sending {}

    /** The list says of this patient what forbids it. */
    record NotInvited(NotInvitable why) implements Sending {}
}
