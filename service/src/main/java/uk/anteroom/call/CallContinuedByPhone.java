package uk.anteroom.call;

import uk.anteroom.kernel.PracticeId;

/** A clinician went on by telephone: nobody sends picture or sound until {@link CallContinuedByVideo} or the end. */
public record CallContinuedByPhone(PracticeId practice, CallId call, ParticipantId by) {}
