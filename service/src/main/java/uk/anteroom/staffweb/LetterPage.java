package uk.anteroom.staffweb;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.Gsm7;
import uk.anteroom.web.Complaint;
import uk.anteroom.web.TextArea;
import uk.anteroom.web.TextField;

/**
 * The words of one letter in one language.
 *
 * @param language its BCP 47 tag
 * @param version the one this page will replace; 0 if there are none
 * @param warning why nothing was done; null if that is not so
 * @param subject null for a text message
 * @param preview the letter at its longest
 * @param length how many characters of a text message that takes; null for an email
 */
record LetterPage(
        String href,
        String title,
        String language,
        String direction,
        int version,
        @Nullable String warning,
        @Nullable TextField subject,
        TextArea words,
        List<TemplatePage.Explained> placeholders,
        String preview,
        @Nullable Integer length,
        List<Complaint> complaints) {

    /** How many there may be. */
    public int fits() {
        return Gsm7.SEGMENT;
    }

    public boolean fresh() {
        return version == 0;
    }
}
