package uk.anteroom.call;

import uk.anteroom.kernel.PracticeId;

/** A clinician brought the picture back to a call that went on by telephone. */
public record CallContinuedByVideo(PracticeId practice, CallId call, ParticipantId by) {}
