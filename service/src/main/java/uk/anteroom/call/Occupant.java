package uk.anteroom.call;

import java.util.UUID;
import uk.anteroom.kernel.PracticeId;

/**
 * Whoever sits in a seat through one socket.
 *
 * @param session outlives the socket
 * @param gen rises by one each time a socket takes the seat over; the highest is right
 */
public record Occupant(
        PracticeId practice, CallId call, ParticipantId participant, ParticipantRole role, UUID session, int gen) {}
