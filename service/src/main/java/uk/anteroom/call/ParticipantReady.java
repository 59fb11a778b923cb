package uk.anteroom.call;

import uk.anteroom.kernel.PracticeId;

/** A participant's devices are known, for the first time since its page came. */
public record ParticipantReady(PracticeId practice, CallId call, ParticipantId participant, ParticipantRole role) {}
