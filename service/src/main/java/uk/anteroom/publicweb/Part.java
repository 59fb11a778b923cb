package uk.anteroom.publicweb;

import org.jspecify.annotations.Nullable;
import uk.anteroom.web.DateField;
import uk.anteroom.web.TextArea;
import uk.anteroom.web.TextField;

/** One field of a question; all but one are null. */
record Part(
        @Nullable ChoiceField choice,
        @Nullable TextField text,
        @Nullable TextArea area,
        @Nullable DateField date) {

    static Part of(ChoiceField field) {
        return new Part(field, null, null, null);
    }

    static Part of(TextField field) {
        return new Part(null, field, null, null);
    }

    static Part of(TextArea field) {
        return new Part(null, null, field, null);
    }

    static Part of(DateField field) {
        return new Part(null, null, null, field);
    }
}
