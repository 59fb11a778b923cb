package uk.anteroom.practicelist;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a clinical system answered to being asked for patients. */
sealed interface RecordAnswer {

    /**
     * A page of them.
     *
     * @param next where the page after it is; null if it was the last
     * @param at by the clinical system's own clock; null if it did not say
     */
    record Page(
            List<Line> lines, @Nullable URI next, @Nullable Instant at) implements RecordAnswer {}

    /** Not now. {@code after}: no sooner than that; null if it did not say. */
    record NotNow(ReadingProblem problem, @Nullable Duration after) implements RecordAnswer {}

    /** It has forgotten where we were: the reading begins anew. */
    record LostThePlace() implements RecordAnswer {}

    /** Never like this. */
    record Never(ReadingProblem problem) implements RecordAnswer {}
}
