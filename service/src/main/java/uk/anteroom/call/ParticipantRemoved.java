package uk.anteroom.call;

import uk.anteroom.kernel.PracticeId;

/** A clinician sent a guest away for good. */
public record ParticipantRemoved(PracticeId practice, CallId call, ParticipantId participant, ParticipantId by) {}
