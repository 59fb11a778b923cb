package uk.anteroom.call.signalling;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.anteroom.call.CallState;
import uk.anteroom.call.Participant;
import uk.anteroom.call.ParticipantId;
import uk.anteroom.call.Room;

/** The sessions of one call on this node. Tells them of the room, one look after the other, so that no revision overtakes. */
final class Hub {

    private static final Logger log = LoggerFactory.getLogger(Hub.class);

    private final Supplier<Optional<Room>> look;
    private final AtomicInteger rings = new AtomicInteger();
    private volatile boolean behind;

    // guarded by this
    private final Map<ParticipantId, Session> sessions = new HashMap<>();
    private final Arming arming = new Arming();

    Hub(Supplier<Optional<Room>> look) {
        this.look = look;
    }

    /** Makes this the session of its seat, unless a newer generation already sits there. Answers the one it took over from. */
    synchronized Optional<Session> attach(Session session) {
        ParticipantId seat = session.occupant().participant();
        Session other = sessions.get(seat);
        if (other != null && other.occupant().gen() > session.occupant().gen()) {
            session.retire(Ending.TAKEN_OVER);
            return Optional.empty();
        }
        sessions.put(seat, session);
        if (other == null || other == session) {
            return Optional.empty();
        }
        other.retire(Ending.TAKEN_OVER);
        return Optional.of(other);
    }

    synchronized void detach(Session session) {
        sessions.remove(session.occupant().participant(), session);
    }

    synchronized List<Session> sessions() {
        return List.copyOf(sessions.values());
    }

    synchronized boolean isEmpty() {
        return sessions.isEmpty();
    }

    /** Passes a signal on, or answers false if the sender should have known better. */
    synchronized boolean relay(Session from, FromClient.Signal signal) {
        ParticipantId sender = from.occupant().participant();
        if (sessions.get(sender) != from) {
            return true;
        }
        Session to = sessions.get(signal.to());
        OptionalInt epoch = arming.epoch(sender, signal.to());
        if (to == null || epoch.isEmpty() || signal.epoch() > epoch.getAsInt()) {
            return false;
        }
        if (signal.epoch() < epoch.getAsInt()) {
            // crossed with an arm on its way
            return true;
        }
        to.send(new FromServer.Signal(sender, signal.epoch(), signal.content()));
        return true;
    }

    /** The room has changed. Any number of rings while one look is under way are answered by one more. */
    void ring() {
        if (rings.getAndIncrement() == 0) {
            Thread.ofVirtual().start(this::tellAll);
        }
    }

    /** Tells again what could not be told because the database did not answer. */
    void ringIfBehind() {
        if (behind) {
            ring();
        }
    }

    private void tellAll() {
        int answered;
        do {
            answered = rings.get();
            try {
                behind = false;
                look.get().ifPresent(this::tell);
            } catch (RuntimeException e) {
                behind = true;
                log.warn("A room could not be told to its participants, will try again", e);
            }
        } while (rings.addAndGet(-answered) > 0);
    }

    private synchronized void tell(Room room) {
        retireVacated(room);
        Collection<Session> all = sessions();
        all.forEach(session -> session.show(room));
        retireRemoved(room);
        for (Arming.Armed armed : arming.follow(room, sessions.keySet(), current(room))) {
            Arming.Pair pair = armed.pair();
            arm(pair.offerer(), new FromServer.Arm(pair.polite(), armed.epoch(), false));
            arm(pair.polite(), new FromServer.Arm(pair.offerer(), armed.epoch(), true));
            log.debug("Call {}: {} and {} armed", room.id(), pair.offerer(), pair.polite());
        }
        if (room.state() == CallState.CLOSED) {
            all.forEach(session -> session.close(Ending.CALL_OVER));
        }
    }

    /** A seat that is empty in a newer generation was given to somebody else; one that is being taken anew or back is never empty. */
    private void retireVacated(Room room) {
        for (Participant seat : room.participants()) {
            Session session = sessions.get(seat.id());
            if (session != null && vacated(seat, session.occupant().gen())) {
                sessions.remove(seat.id());
                session.retire(Ending.TAKEN_OVER);
            }
        }
    }

    /** Whoever was sent away has seen so in the room, and nothing more is said to them. */
    private void retireRemoved(Room room) {
        for (Participant seat : room.participants()) {
            if (seat.state() == Participant.State.REMOVED && sessions.containsKey(seat.id())) {
                sessions.remove(seat.id()).retire(Ending.CALL_OVER);
            }
        }
    }

    private static boolean vacated(Participant seat, int gen) {
        return !seat.absent() && seat.presence() == Participant.Presence.GONE && seat.gen() > gen;
    }

    private Set<ParticipantId> current(Room room) {
        return room.participants().stream()
                .filter(seat -> {
                    Session session = sessions.get(seat.id());
                    return session != null && session.occupant().gen() == seat.gen();
                })
                .map(Participant::id)
                .collect(Collectors.toSet());
    }

    private void arm(ParticipantId who, FromServer.Arm arm) {
        Session session = sessions.get(who);
        if (session != null) {
            session.send(arm);
        }
    }
}
