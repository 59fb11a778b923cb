package uk.anteroom.staffweb;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.anteroom.request.PatientRequest;
import uk.anteroom.web.SelectField;
import uk.anteroom.web.TextField;

/**
 * The inbox.
 *
 * @param here the address of this very list, for the page to look again
 * @param box the one that is open, as an address says it
 * @param name of the open box
 * @param filtered whether anything is left out
 * @param next the address of what follows; null at the end of the list
 * @param closed whether these are done
 * @param writing how many write a request at this moment; null for nobody
 * @param told what came of the last press, if that was not what was meant
 */
public record RequestsPage(
        String here,
        String box,
        String name,
        List<BoxLink> boxes,
        TextField words,
        SelectField kind,
        SelectField soon,
        boolean filtered,
        List<Row> rows,
        @Nullable String next,
        boolean closed,
        @Nullable String told,
        @Nullable String writing,
        List<Current> current,
        List<NewLinkLines.Line> newLinks,
        List<ReplyLines.Line> replies) {

    /**
     * A way to a list.
     *
     * @param count how many are in it; null where nobody counts
     */
    public record BoxLink(
            String href, String name, @Nullable String count, boolean open) {}

    /**
     * One request.
     *
     * @param born null while nobody has decided who sent it
     * @param with who looks after it; null for nobody
     * @param looking who has it open now, besides whoever looks at this page
     * @param from whose it is, for the form that takes it; null where it is one's own or done
     */
    public record Row(
            String href,
            String patient,
            @Nullable String born,
            String title,
            String kind,
            String urgency,
            String time,
            @Nullable String with,
            List<String> looking,
            @Nullable String from,
            @Nullable String closed) {

        public boolean locked() {
            return born == null;
        }
    }

    /** A consultation that needs somebody. */
    public record Current(String href, String patient, String state, String since, String clinician) {}

    static String kind(PatientRequest.Kind kind) {
        return kind == PatientRequest.Kind.MEDICAL ? "Medical" : "Administrative";
    }
}
