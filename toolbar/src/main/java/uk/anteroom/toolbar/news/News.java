package uk.anteroom.toolbar.news;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import uk.anteroom.toolbar.web.Fields;
import uk.anteroom.toolbar.web.Unreachable;

/**
 * Who waits, and how much there is to do.
 *
 * @param waiting those whom its owner is told about, longest wait first
 * @param count how many wait in the practice
 * @param requests how many requests are open
 * @param replies how many messages of patients nobody has read
 */
public record News(List<One> waiting, int count, int requests, int replies) {

    /**
     * One who waits.
     *
     * @param attended whether a clinician has the consultation's page open, which makes itself heard
     */
    public record One(String consultation, String name, Instant since, boolean attended) {

        @Override
        public String toString() {
            return "One(" + consultation + ")";
        }
    }

    static News of(String json) throws Unreachable {
        Fields fields = Fields.of(json);
        return new News(
                fields.all("waiting").stream().map(News::one).toList(),
                fields.number("count").orElse(0L).intValue(),
                fields.number("requests").orElse(0L).intValue(),
                fields.number("replies").orElse(0L).intValue());
    }

    private static One one(Fields fields) {
        return new One(
                fields.text("consultation").orElse(""),
                fields.text("name").orElse("A patient").replaceAll("[\\p{Cntrl}\\p{Cf}]", ""),
                since(fields.text("since").orElse("")),
                fields.yes("attended"));
    }

    private static Instant since(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.now();
        }
    }
}
