package uk.anteroom.staffweb;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.anteroom.fileexchange.FileRow;
import uk.anteroom.web.TextField;

/**
 * The page of a request whose sender nobody has found on the list yet.
 *
 * @param files that came with it
 * @param sender what they say of themselves, each with its label
 * @param candidates who on the list could be meant
 */
record LockedRequestPage(
        String href,
        String name,
        String title,
        String body,
        String kind,
        String urgency,
        String received,
        List<FileRow> files,
        List<Fact> sender,
        TextField find,
        List<Candidate> candidates,
        RequestHead head,
        RequestActs acts,
        RequestTrail trail,
        @Nullable String told) {

    /** Something the sender said of themselves. */
    record Fact(String label, String value) {}

    /**
     * Somebody on the list.
     *
     * @param same what of it agrees with what the sender said, in words
     */
    record Candidate(String id, String name, String born, String nhsNumber, String same) {}
}
