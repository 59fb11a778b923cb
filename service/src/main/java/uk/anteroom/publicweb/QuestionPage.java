package uk.anteroom.publicweb;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.anteroom.web.Complaint;

/**
 * One question.
 *
 * @param step as it stands in its address, and in the keys of its words
 * @param back where the question before is
 * @param heading whether its only field has the heading
 * @param files that have come, of the question that asks for some
 * @param filesError what is wrong with them
 * @param plainError the same, or what is wrong with the one that a browser without script sent just now
 */
record QuestionPage(
        Surgery surgery,
        String step,
        String back,
        boolean heading,
        List<Part> parts,
        List<Attached> files,
        @Nullable String filesError,
        @Nullable String plainError,
        List<Complaint> complaints) {

    /** A file that has come. */
    record Attached(String id, String name) {}

    public boolean asksForFiles() {
        return step.equals("files");
    }

    public boolean asksForSigns() {
        return step.equals("signs");
    }
}
