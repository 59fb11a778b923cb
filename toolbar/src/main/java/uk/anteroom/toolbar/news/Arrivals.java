package uk.anteroom.toolbar.news;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says when an arrival is to be heard: at once, then every thirty seconds until somebody looks, three times at most. Whom a clinician's page looks
 * after is not rung for, since that page rings itself.
 */
public final class Arrivals {

    static final Duration AGAIN = Duration.ofSeconds(30);
    static final int MOST = 3;

    /** Rung so often, the last time then. */
    private record Rung(int times, Instant last) {}

    private final Map<String, Rung> rung = new HashMap<>();

    /** Whether it is to be heard now; to be asked with every news, and every second or so. */
    public synchronized boolean ring(Optional<News> news, Instant now) {
        if (news.isEmpty()) {
            // who came meanwhile is new when it is back; who was here before is not
            return false;
        }
        Set<String> here =
                news.get().waiting().stream().map(News.One::consultation).collect(Collectors.toSet());
        rung.keySet().retainAll(here);
        boolean ring = false;
        for (News.One one : news.get().waiting()) {
            Rung before = rung.get(one.consultation());
            if (!one.attended() && due(before, now)) {
                rung.put(one.consultation(), new Rung(before == null ? 1 : before.times() + 1, now));
                ring = true;
            }
        }
        return ring;
    }

    private static boolean due(@Nullable Rung before, Instant now) {
        return before == null
                || (before.times() < MOST && !now.isBefore(before.last().plus(AGAIN)));
    }

    /** Somebody has looked: nobody who is here is rung for again. */
    public synchronized void looked() {
        rung.replaceAll((consultation, before) -> new Rung(MOST, before.last()));
    }
}
