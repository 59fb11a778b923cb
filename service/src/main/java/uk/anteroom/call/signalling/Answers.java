package uk.anteroom.call.signalling;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a session's commands were answered, so that repeating one acts once. Use holding the session's turn. */
final class Answers {

    // A page has few commands; the bound only keeps a hostile one from filling the memory.
    private static final int MOST = 128;
    private static final Duration KEPT = Duration.ofMinutes(5);

    private record Given(FromServer.Reliable answer, long at) {}

    private final Map<UUID, Given> given = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Given> eldest) {
            return size() > MOST;
        }
    };

    Optional<FromServer.Reliable> to(UUID command) {
        return Optional.ofNullable(given.get(command))
                .filter(g -> System.nanoTime() - g.at() < KEPT.toNanos())
                .map(Given::answer);
    }

    void remember(UUID command, FromServer.Reliable answer) {
        given.put(command, new Given(answer, System.nanoTime()));
    }
}
