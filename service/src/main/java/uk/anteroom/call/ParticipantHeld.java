package uk.anteroom.call;

import uk.anteroom.kernel.PracticeId;

/** A clinician set a participant aside ({@code on}) or brought them back. */
public record ParticipantHeld(
        PracticeId practice, CallId call, ParticipantId participant, boolean on, ParticipantId by) {}
