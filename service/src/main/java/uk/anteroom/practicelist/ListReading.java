package uk.anteroom.practicelist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One reading of the list, as far as it has come.
 *
 * @param touchedAt when it last got on
 * @param tries how often its next page was asked for in vain
 * @param missing who would have left had they not been so many
 */
public record ListReading(
        ListReadingId id,
        Kind kind,
        State state,
        Instant startedAt,
        Instant touchedAt,
        @Nullable Instant endedAt,
        int pages,
        int tries,
        int restarts,
        Counts counts,
        int missing,
        @Nullable ReadingProblem problem,
        boolean manyMayLeave,
        @Nullable Instant since,
        @Nullable String nextUrl,
        @Nullable Instant readUpTo) {

    /** What is read. */
    public enum Kind {
        /** Everything in the clinical system. */
        FULL,
        /** What has changed there. */
        NEWER,
        /** A file. */
        FILE
    }

    public enum State {
        RUNNING,
        DONE,
        FAILED,
        STOPPED
    }

    /** How many lines were seen, and what they meant; {@code gone} are those who left. */
    public record Counts(int seen, int added, int changed, int unchanged, int gone, int refused) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

        Counts plus(Counts more) {
            return new Counts(
                    seen + more.seen,
                    added + more.added,
                    changed + more.changed,
                    unchanged + more.unchanged,
                    gone + more.gone,
                    refused + more.refused);
        }

        boolean changesSomething() {
            return added + changed + gone > 0;
        }
    }

    public boolean running() {
        return state == State.RUNNING;
    }
}
