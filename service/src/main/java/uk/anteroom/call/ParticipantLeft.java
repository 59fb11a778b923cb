package uk.anteroom.call;

import uk.anteroom.kernel.PracticeId;

/** A participant went of its own accord. Its place is kept. */
public record ParticipantLeft(PracticeId practice, CallId call, ParticipantId participant, ParticipantRole role) {}
