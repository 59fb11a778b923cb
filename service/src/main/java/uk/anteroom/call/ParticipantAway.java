package uk.anteroom.call;

import uk.anteroom.kernel.PracticeId;

/** A participant's connection was lost or silent: {@code AWAY} at first, {@code GONE} after 120 s. */
public record ParticipantAway(
        PracticeId practice,
        CallId call,
        ParticipantId participant,
        ParticipantRole role,
        Participant.Presence presence) {}
