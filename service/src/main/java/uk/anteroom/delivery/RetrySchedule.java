package uk.anteroom.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a letter is tried again: soon at first, and never later than a patient still sits in front of the telephone. */
final class RetrySchedule {

    private static final List<Duration> GAPS = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(5));
    private static final Duration AT_MOST = Duration.ofMinutes(15);

    private RetrySchedule() {}

    /**
     * The next round of tries.
     *
     * @param rounds how many were made, at least 1. In each round every carrier is asked until one takes the letter
     * @return empty if it was the last
     */
    static Optional<Instant> next(int rounds, Instant firstTry, Instant now) {
        if (rounds > GAPS.size()) {
            return Optional.empty();
        }
        Instant next = now.plus(GAPS.get(rounds - 1));
        return next.isAfter(firstTry.plus(AT_MOST)) ? Optional.empty() : Optional.of(next);
    }
}
