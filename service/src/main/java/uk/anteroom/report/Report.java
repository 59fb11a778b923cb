package uk.anteroom.report;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.anteroom.attempt.Rating;
import uk.anteroom.attempt.Trouble;
import uk.anteroom.call.Check;

/**
 * How the video consultations of a practice went that were opened in a span of weeks. A consultation counts once, in the week it was opened,
 * however often it was attempted.
 *
 * @param tried that are over, or in which they met
 * @param met in which they were connected
 * @param lost of those that met: the connection was lost before the end
 * @param underWay not tried to the end yet, and counted nowhere else
 * @param causes of those that did not meet, most frequent first
 * @param weeks all of the span, oldest first
 * @param arrivals by what patients came with, most frequent first
 */
public record Report(
        Span span,
        int tried,
        int met,
        int lost,
        int underWay,
        Waits waits,
        List<Cause> causes,
        List<Week> weeks,
        List<Arrivals> arrivals,
        Answers answers) {

    public int notMet() {
        return tried - met;
    }

    /**
     * From arrival to admission.
     *
     * @param patients who were let in
     * @param median null when nobody was let in
     * @param nineOfTen waited no longer than this; null when nobody was let in
     */
    public record Waits(
            int patients,
            @Nullable Duration median,
            @Nullable Duration nineOfTen) {}

    /** How often that was why nobody met. */
    public record Cause(Why why, int times) {}

    /** Those opened in the week that began on that Monday. */
    public record Week(LocalDate monday, int met, int notMet) {}

    /**
     * Who came with that browser on that system, as the patient's page said last; null is what it did not say.
     *
     * @param came and either met or went away without
     */
    public record Arrivals(Check.@Nullable Browser browser, Check.@Nullable System system, int came, int met) {}

    /** What patients said afterwards; words that nobody said are missing. */
    public record Answers(int given, Map<Rating, Integer> ratings, Map<Trouble, Integer> troubles) {

        public int times(Rating rating) {
            return ratings.getOrDefault(rating, 0);
        }

        public int times(Trouble trouble) {
            return troubles.getOrDefault(trouble, 0);
        }
    }
}
