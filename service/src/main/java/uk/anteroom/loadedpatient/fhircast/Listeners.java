package uk.anteroom.loadedpatient.fhircast;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import uk.anteroom.loadedpatient.Topic;

/**
 * Who listens in this process, topic by topic. A second node would be rung where {@link ContextHub} tells: with the practice's and the
 * topic's id, in the commit of the change, and would look for itself.
 */
@Component
class Listeners {

    private static final int TURNS = 256;

    private final Map<UUID, List<Listener>> byTopic = new ConcurrentHashMap<>();
    private final ReentrantLock[] turns = new ReentrantLock[TURNS];

    Listeners() {
        for (int i = 0; i < TURNS; i++) {
            turns[i] = new ReentrantLock();
        }
    }

    /** Does what changes a topic and tells of it in one go, so that nobody hears a newer event before an older one. */
    <T> T inTurn(Topic topic, Supplier<T> work) {
        ReentrantLock turn = turns[Math.floorMod(topic.id().hashCode(), TURNS)];
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    void add(Listener listener) {
        byTopic.computeIfAbsent(listener.subscription().topic().id(), unused -> new CopyOnWriteArrayList<>())
                .add(listener);
    }

    void remove(Listener listener) {
        byTopic.computeIfPresent(listener.subscription().topic().id(), (topic, all) -> {
            all.remove(listener);
            return all.isEmpty() ? null : all;
        });
    }

    List<Listener> of(Topic topic) {
        return byTopic.getOrDefault(topic.id(), List.of());
    }

    Optional<Listener> with(UUID subscription) {
        return all().stream()
                .filter(listener -> listener.subscription().id().equals(subscription))
                .findFirst();
    }

    List<Listener> of(UUID program) {
        return all().stream()
                .filter(listener -> listener.subscription().program().equals(program))
                .toList();
    }

    List<Listener> all() {
        return byTopic.values().stream().flatMap(Collection::stream).toList();
    }
}
