package uk.anteroom.web;

import org.jspecify.annotations.Nullable;

/** Several lines of text in a form, as nhsuk-frontend's textarea prints them. The id is also the name. */
public record TextArea(
        String id,
        String label,
        @Nullable String hint,
        @Nullable String error,
        int rows,
        String value) {

    /** The ids of hint and error, for {@code aria-describedby}. */
    public @Nullable String describedBy() {
        return FieldIds.describedBy(id, hint, error);
    }
}
