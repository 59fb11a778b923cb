package uk.anteroom.call.signalling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import uk.anteroom.call.CallState;
import uk.anteroom.call.Participant;
import uk.anteroom.call.ParticipantId;
import uk.anteroom.call.ParticipantRole;
import uk.anteroom.call.Room;

/**
 * Which pairs of one call may signal to each other, and in which epoch. A clinician is warm with whoever waits; others learn each other's network
 * addresses only when both were let in. Not thread-safe.
 */
final class Arming {

    /** Two seats that build a connection towards each other: the one that offers, and the polite one that answers. */
    record Pair(ParticipantId offerer, ParticipantId polite) {}

    /** A pair newly armed. */
    record Armed(Pair pair, int epoch) {}

    private final Map<Pair, Integer> armed = new HashMap<>();

    /**
     * Brings the pairs up to date with the room and answers those newly armed. {@code held}: who has a session here.
     * {@code current}: whose session is the one that the room knows. A room that knows a newer one is ahead of the page
     * that is just coming in; armed now, that page would never hear of it.
     */
    List<Armed> follow(Room room, Set<ParticipantId> held, Set<ParticipantId> current) {
        armed.keySet()
                .removeIf(pair -> !held.contains(pair.offerer())
                        || !held.contains(pair.polite())
                        || absent(room, pair.offerer())
                        || absent(room, pair.polite()));
        if (room.state() == CallState.ENDED || room.state() == CallState.CLOSED) {
            return List.of();
        }
        List<Armed> news = new ArrayList<>();
        for (Participant one : room.participants()) {
            for (Participant other : room.participants()) {
                boolean due = offersTo(one, other)
                        && reachable(one, current)
                        && reachable(other, current)
                        && mayConnect(one, other);
                Pair pair = new Pair(one.id(), other.id());
                int epoch = room.epochOf(one, other);
                if (due && armed.getOrDefault(pair, -1) != epoch) {
                    armed.put(pair, epoch);
                    news.add(new Armed(pair, epoch));
                }
            }
        }
        return news;
    }

    /** The epoch in which these two, in either order, are armed towards each other; empty if they are not. */
    OptionalInt epoch(ParticipantId one, ParticipantId another) {
        Integer epoch = armed.getOrDefault(new Pair(one, another), armed.get(new Pair(another, one)));
        return epoch == null ? OptionalInt.empty() : OptionalInt.of(epoch);
    }

    /** The clinician to everybody, the patient to guests, of two alike the one with the lower id: exactly one of two. */
    private static boolean offersTo(Participant one, Participant other) {
        int order = one.role().compareTo(other.role());
        return order < 0
                || (order == 0
                        && one.role() != ParticipantRole.CLINICIAN
                        && one.id().value().compareTo(other.id().value()) < 0);
    }

    private static boolean mayConnect(Participant one, Participant other) {
        boolean admitted = one.state() == Participant.State.ADMITTED && other.state() == Participant.State.ADMITTED;
        return one.role() == ParticipantRole.CLINICIAN ? admitted || other.ready() : admitted;
    }

    private static boolean absent(Room room, ParticipantId who) {
        return room.seat(who).filter(p -> !p.absent()).isEmpty();
    }

    private static boolean reachable(Participant p, Set<ParticipantId> current) {
        return p.presence() == Participant.Presence.HERE && !p.absent() && current.contains(p.id());
    }
}
