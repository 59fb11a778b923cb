package uk.anteroom.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Which carriers answer. One that failed several times in a row rests: it comes after the others, and alone it is asked all the same. Each node finds out for
 * itself, which costs it a few tries and keeps the truth out of the way of every letter.
 */
@Component
class CarrierHealth {

    /** Two can be chance: a restart of theirs, a lost connection of ours. */
    static final int FAILURES = 3;

    /** GOV.UK Notify takes priority from a provider of its own for that long. */
    static final Duration REST = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(CarrierHealth.class);

    private record Standing(int failures, Instant restsUntil) {}

    private final Map<String, Standing> standings = new ConcurrentHashMap<>();
    private final Clock clock;

    CarrierHealth(Clock clock) {
        this.clock = clock;
    }

    boolean rests(Carrier carrier) {
        Standing standing = standings.get(key(carrier));
        return standing != null && clock.instant().isBefore(standing.restsUntil());
    }

    void answered(Carrier carrier) {
        standings.remove(key(carrier));
    }

    void failed(Carrier carrier) {
        standings.compute(key(carrier), (key, before) -> {
            int failures = before == null ? 1 : before.failures() + 1;
            if (failures < FAILURES) {
                return new Standing(failures, Instant.EPOCH);
            }
            LOG.warn("Carrier {} rests after {} failures in a row", key, failures);
            return new Standing(failures, clock.instant().plus(REST));
        });
    }

    private static String key(Carrier carrier) {
        return carrier.channel() + " " + carrier.name();
    }
}
