package uk.anteroom.staffweb;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.anteroom.web.Complaint;
import uk.anteroom.web.TextArea;
import uk.anteroom.web.TextField;

/**
 * One template, to be typed or changed.
 *
 * @param version the one this page will replace; 0 if the template is new
 * @param warning why nothing was done; null if that is not so
 * @param theirs what somebody else has made of it meanwhile; null if nobody has
 * @param preview the text as a message would begin with it
 * @param kindError null if the choice is right
 */
record TemplatePage(
        String href,
        String title,
        int version,
        @Nullable String warning,
        @Nullable Theirs theirs,
        TextField name,
        TextArea text,
        List<Explained> placeholders,
        String preview,
        List<MessageCard.Kind> kinds,
        @Nullable String kindError,
        List<Complaint> complaints) {

    /** A placeholder, what stands in its place, and an example of that for the preview. */
    record Explained(String typed, String means, String example) {}

    /** A template as somebody else has saved it. */
    record Theirs(String name, String text, String kind) {}

    public boolean fresh() {
        return version == 0;
    }
}
