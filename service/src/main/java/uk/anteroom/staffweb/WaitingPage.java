package uk.anteroom.staffweb;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The waiting room as the staff sees it.
 *
 * @param live whether anything here moves, so that the page is kept fresh
 */
record WaitingPage(
        List<Row> waiting,
        List<Live> calls,
        List<Invited> invited,
        List<NewLinkLines.Line> newLinks,
        boolean live,
        String shownAt) {

    /** From then on it is said in words that somebody waits long. */
    static final Duration LONG = Duration.ofMinutes(10);

    /**
     * Somebody who waits.
     *
     * @param kind of what is happening: {@code here}, {@code away}, {@code help}
     * @param happening the same in a few words
     * @param wish what they have asked for; null if nothing
     * @param unattended since when the staff on duty have been told; null if they were not
     * @param recall offered for those who are not on their page; null otherwise
     */
    record Row(
            String href,
            String patient,
            String born,
            String clinician,
            String kind,
            String happening,
            @Nullable String wish,
            String since,
            String length,
            boolean isLong,
            @Nullable String unattended,
            @Nullable Recall recall) {}

    /** A call that runs. */
    record Live(String href, String patient, String clinician, String since, String length) {}

    /** Somebody who was invited and has not come. */
    record Invited(String href, String patient, String born, String clinician, String since, String length) {}

    static boolean isLong(Instant since, Instant now) {
        return Duration.between(since, now).compareTo(LONG) >= 0;
    }
}
