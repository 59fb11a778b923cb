package uk.anteroom.call;

import uk.anteroom.kernel.PracticeId;

/** Lets a test of another room have somebody arrive without a socket. */
public final class Arrivals {

    private Arrivals() {}

    /** The participant's page came and knows its devices. */
    public static Occupant arrive(Calls calls, Seats seats, PracticeId practice, ParticipantId participant) {
        Occupant occupant = seats.take(calls.pass(practice, participant)).occupant();
        seats.ready(occupant, Participant.Device.WORKS, Participant.Device.WORKS);
        return occupant;
    }
}
