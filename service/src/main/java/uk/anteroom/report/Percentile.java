package uk.anteroom.report;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The length that so many of a hundred do not exceed: by nearest rank, so that it is always one that somebody really waited. */
final class Percentile {

    private Percentile() {}

    /** Null of none. {@code percent} is from 1 to 100. */
    static @Nullable Duration of(List<Duration> lengths, int percent) {
        if (lengths.isEmpty()) {
            return null;
        }
        int rank = Math.ceilDiv(lengths.size() * percent, 100);
        return lengths.stream().sorted().toList().get(rank - 1);
    }
}
