package uk.anteroom.clinicalsystem;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When an entry is written again: soon after a conflict, patiently through an outage, and for a day at most. */
final class EntrySchedule {

    private static final List<Duration> GAPS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5));
    private static final Duration AT_MOST = Duration.ofHours(24);

    private EntrySchedule() {}

    /**
     * The next try.
     *
     * @param tries how many were made, at least 1
     * @param since when it was wanted first
     * @return empty if it was the last
     */
    static Optional<Instant> next(int tries, Instant since, Instant now) {
        Instant next = now.plus(GAPS.get(Math.min(tries, GAPS.size()) - 1));
        return next.isAfter(since.plus(AT_MOST)) ? Optional.empty() : Optional.of(next);
    }
}
