package uk.anteroom.staffweb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures about the practice's video consultations.
 *
 * @param since the first day that counts
 * @param underWay how many are not over and not counted; null when there are none
 * @param lost how many of those that met lost the connection before the end; null when none did
 * @param waits how long patients waited before they were let in; null when nobody was let in
 */
record ReportsPage(
        List<Choice> spans,
        String since,
        int tried,
        int met,
        int notMet,
        @Nullable String underWay,
        @Nullable String lost,
        @Nullable Waits waits,
        List<Cause> causes,
        WeeksChart chart,
        List<Week> weeks,
        List<Arrivals> arrivals,
        int answers,
        List<Said> ratings,
        List<Said> troubles) {

    record Choice(String label, String href, boolean current) {}

    record Waits(String median, String nineOfTen, String patients) {}

    record Cause(int times, String why, String fix) {}

    record Week(String from, int met, int notMet) {}

    record Arrivals(String with, int came, int met) {}

    record Said(String word, int times) {}
}
