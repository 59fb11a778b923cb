package uk.anteroom.staffweb;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.anteroom.request.Closing;
import uk.anteroom.request.Closings;
import uk.anteroom.web.Complaints;

/**
 * A rejection as it was typed.
 *
 * @param reason as the form says it; empty: none was chosen
 */
record RejectionForm(String reason, String words) {

    static final RejectionForm FRESH = new RejectionForm("", "");

    /** Why; null and a complaint if nothing that can be was chosen. */
    Closing.@Nullable Reason reason(Complaints complaints) {
        Closing.Reason chosen = Stream.of(Closing.Reason.values())
                .filter(known -> known.name().equals(reason))
                .findFirst()
                .orElse(null);
        if (chosen == null) {
            complaints.about("reason", "request.reject.reason.missing");
        } else if (chosen == Closing.Reason.OTHER && words.isBlank()) {
            complaints.about("rejectWords", "request.reject.words.missing");
        }
        if (words.codePointCount(0, words.length()) > Closings.LONGEST_WORDS) {
            complaints.about("rejectWords", "request.reject.words.long", Closings.LONGEST_WORDS);
        }
        return chosen;
    }
}
