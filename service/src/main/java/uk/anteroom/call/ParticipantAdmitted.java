package uk.anteroom.call;

import uk.anteroom.kernel.PracticeId;

/** A clinician let a participant in. Published once for each participant. */
public record ParticipantAdmitted(PracticeId practice, CallId call, ParticipantId participant, ParticipantId by) {}
