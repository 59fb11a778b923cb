package uk.anteroom.call.signalling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.anteroom.call.CallState;
import uk.anteroom.call.Participant;
import uk.anteroom.call.ParticipantId;
import uk.anteroom.call.ParticipantRole;
import uk.anteroom.call.Room;

/**
 * Which pairs of one call may signal to each other, and in which epoch. A pair is a clinician and somebody else, who is
 * the polite one. Not thread-safe.
 */
final class Arming {

    /** Two seats that build a connection towards each other. */
    record Pair(ParticipantId clinician, ParticipantId other) {}

    private final Map<Pair, Integer> armed = new HashMap<>();
    private int epoch;

    /**
     * Brings the pairs up to date with the room and answers those newly armed. {@code held}: who has a session here.
     * {@code current}: whose session is the one that the room knows. A room that knows a newer one is ahead of the page
     * that is just coming in; armed now, that page would never hear of it.
     */
    List<Pair> follow(Room room, Set<ParticipantId> held, Set<ParticipantId> current) {
        epoch = room.epoch();
        armed.keySet()
                .removeIf(pair -> !held.contains(pair.clinician())
                        || !held.contains(pair.other())
                        || room.seat(pair.other())
                                .filter(p -> p.state() != Participant.State.LEFT)
                                .isEmpty());
        if (room.state() == CallState.ENDED || room.state() == CallState.CLOSED) {
            return List.of();
        }
        List<Pair> news = new ArrayList<>();
        for (Participant clinician : room.participants()) {
            for (Participant other : room.participants()) {
                Pair pair = new Pair(clinician.id(), other.id());
                boolean due = clinician.role() == ParticipantRole.CLINICIAN
                        && other.role() != ParticipantRole.CLINICIAN
                        && reachable(clinician, current)
                        && reachable(other, current)
                        && (other.ready() || other.state() == Participant.State.ADMITTED);
                if (due && armed.getOrDefault(pair, -1) != epoch) {
                    armed.put(pair, epoch);
                    news.add(pair);
                }
            }
        }
        return news;
    }

    int epoch() {
        return epoch;
    }

    /** Whether these two, in either order, are armed towards each other in the current epoch. */
    boolean armed(ParticipantId one, ParticipantId another) {
        return armed.getOrDefault(new Pair(one, another), -1) == epoch
                || armed.getOrDefault(new Pair(another, one), -1) == epoch;
    }

    private static boolean reachable(Participant p, Set<ParticipantId> current) {
        return p.presence() == Participant.Presence.HERE
                && p.state() != Participant.State.LEFT
                && current.contains(p.id());
    }
}
