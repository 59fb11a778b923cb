package uk.anteroom.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A choice of one from a list, as nhsuk-frontend's select prints it. The id is also the name. */
public record SelectField(
        String id,
        String label,
        @Nullable String hint,
        @Nullable String error,
        List<Option> options) {

    /** One line of the list. */
    public record Option(String value, String text, boolean selected) {}

    public @Nullable String describedBy() {
        return FieldIds.describedBy(id, hint, error);
    }
}
