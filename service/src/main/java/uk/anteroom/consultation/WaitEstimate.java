package uk.anteroom.consultation;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long somebody still waits, as well as anybody can tell.
 *
 * <pre>
 * wait = rest of the running call + one typical length for each who is before them
 * rest = max(typical − elapsed, elapsed / 4, 2 minutes), and never more than one typical length
 * </pre>
 *
 * <p>Typical is the median, which one forgotten call cannot move as it moves a mean. A call that runs over is not just about to end: the
 * longer it has run, the longer it goes on as a rule, so its rest grows with what has elapsed and the estimate is made anew by itself, instead
 * of saying "1 minute" for a quarter of an hour. The cap keeps a call that somebody forgot to end from promising hours.
 */
final class WaitEstimate {

    /** For a clinician of whom too few calls are known. */
    static final Duration DEFAULT = Duration.ofMinutes(10);
    /** Shorter ones were trials and wrong numbers, longer ones somebody forgot: neither says how long a patient waits. */
    static final Duration SHORTEST = Duration.ofMinutes(5);

    static final Duration LONGEST = Duration.ofMinutes(30);
    /** A median of one or two calls is an accident. */
    static final int ENOUGH = 3;
    /** So many of the last calls count: about two surgeries, so that it follows how somebody works now. */
    static final int LAST = 20;

    private static final Duration LEAST_REST = Duration.ofMinutes(2);
    private static final int SHARE = 4;
    private static final long EXACT_UP_TO = 10;
    private static final long STEP = 5;

    private WaitEstimate() {}

    /** The typical length of a call, from the lengths of the last ones. */
    static Duration typical(List<Duration> lengths) {
        if (lengths.size() < ENOUGH) {
            return DEFAULT;
        }
        List<Duration> sorted = lengths.stream().sorted().toList();
        int middle = sorted.size() / 2;
        Duration median = sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2);
        return median.compareTo(SHORTEST) < 0 ? SHORTEST : median.compareTo(LONGEST) > 0 ? LONGEST : median;
    }

    /**
     * How long it takes until it is somebody's turn.
     *
     * @param elapsed how long the running call has run; null if none runs
     */
    static Duration wait(Duration typical, @Nullable Duration elapsed, int before) {
        Duration queue = typical.multipliedBy(before);
        return elapsed == null ? queue : queue.plus(rest(typical, elapsed));
    }

    private static Duration rest(Duration typical, Duration elapsed) {
        Duration left = longer(longer(typical.minus(elapsed), elapsed.dividedBy(SHARE)), LEAST_REST);
        return left.compareTo(typical) > 0 ? typical : left;
    }

    /** Whole minutes as they are said: rounded up, above 10 to the next 5, since nobody knows better. */
    static int shown(Duration wait) {
        long minutes = wait.plusMinutes(1).minusNanos(1).toMinutes();
        return (int) (minutes <= EXACT_UP_TO ? minutes : (minutes + STEP - 1) / STEP * STEP);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
