package uk.anteroom.call;

import uk.anteroom.kernel.PracticeId;

/** A seat became occupied: by a new page, or by one whose lost connection came back. {@code first} the very first time, which is checking in. */
public record ParticipantEntered(
        PracticeId practice, CallId call, ParticipantId participant, ParticipantRole role, boolean first) {}
