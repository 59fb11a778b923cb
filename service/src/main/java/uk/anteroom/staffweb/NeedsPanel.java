package uk.anteroom.staffweb;

import org.jspecify.annotations.Nullable;
import uk.anteroom.web.Checkbox;
import uk.anteroom.web.SelectField;

/**
 * What a patient needs, on the Patient page, with the form that records it.
 *
 * @param card null if nothing is recorded
 * @param summary of the folded form
 * @param open whether the form has come back
 */
public record NeedsPanel(
        String action,
        @Nullable NeedsCard card,
        String summary,
        boolean open,
        Checkbox largePrint,
        Checkbox signLanguage,
        Checkbox interpreter,
        SelectField language) {}
