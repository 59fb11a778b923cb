package uk.anteroom.attachment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When a file is scanned again that could not be: soon while somebody may be looking at it, and for ever, since it is never shown unscanned. */
final class ScanSchedule {

    private static final List<Duration> GAPS =
            List.of(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofMinutes(5));

    private ScanSchedule() {}

    /**
     * The next try.
     *
     * @param tries how many were made, at least 1
     */
    static Instant next(int tries, Instant now) {
        return now.plus(GAPS.get(Math.min(tries, GAPS.size()) - 1));
    }
}
