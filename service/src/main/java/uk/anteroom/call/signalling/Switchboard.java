package uk.anteroom.call.signalling;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.anteroom.call.CallId;
import uk.anteroom.call.Calls;
import uk.anteroom.call.Doorbell;
import uk.anteroom.call.Occupant;
import uk.anteroom.kernel.PracticeId;

/** Every session this node holds, by call. The one place that a second node would have to be rung from. */
@Component
class Switchboard implements Doorbell {

    private final Map<Line, Hub> hubs = new ConcurrentHashMap<>();
    private final Map<UUID, Session> sessions = new ConcurrentHashMap<>();
    // Calls rings this doorbell, and this doorbell looks at calls
    private final ObjectProvider<Calls> calls;

    Switchboard(ObjectProvider<Calls> calls) {
        this.calls = calls;
    }

    /** One call of one practice. */
    record Line(PracticeId practice, CallId call) {

        static Line of(Occupant occupant) {
            return new Line(occupant.practice(), occupant.call());
        }
    }

    @Override
    public void ring(PracticeId practice, CallId call) {
        Hub hub = hubs.get(new Line(practice, call));
        if (hub != null) {
            hub.ring();
        }
    }

    @Override
    public void tell(PracticeId practice, CallId call, String topic) {
        Hub hub = hubs.get(new Line(practice, call));
        if (hub != null) {
            hub.sessions().forEach(session -> session.send(new FromServer.News(topic)));
        }
    }

    /** Adds a session that has been welcomed, closing the one it takes over from, and shows it the room. */
    void attach(Session session) {
        Line line = Line.of(session.occupant());
        Hub hub = hubs.compute(line, (key, known) -> {
            Hub present = known == null ? new Hub(() -> calls.getObject().look(key.practice(), key.call())) : known;
            present.attach(session)
                    .ifPresent(replaced -> sessions.remove(replaced.occupant().session(), replaced));
            return present;
        });
        if (!session.retired()) {
            sessions.put(session.occupant().session(), session);
        }
        hub.ring();
    }

    void detach(Session session) {
        session.retire(Ending.GONE_AWAY);
        sessions.remove(session.occupant().session(), session);
        hubs.computeIfPresent(Line.of(session.occupant()), (key, hub) -> {
            hub.detach(session);
            return hub.isEmpty() ? null : hub;
        });
    }

    Optional<Session> find(UUID session) {
        return Optional.ofNullable(sessions.get(session));
    }

    /** As {@link Hub#relay}. */
    boolean relay(Session from, FromClient.Signal signal) {
        Hub hub = hubs.get(Line.of(from.occupant()));
        return hub != null && hub.relay(from, signal);
    }

    Collection<Session> sessions() {
        return List.copyOf(sessions.values());
    }

    Collection<Line> lines() {
        return List.copyOf(hubs.keySet());
    }

    void ringThoseBehind() {
        hubs.values().forEach(Hub::ringIfBehind);
    }
}
