package uk.anteroom.web;

import org.jspecify.annotations.Nullable;

/**
 * A field for a file, as nhsuk-frontend's file upload prints it. The id is also the name.
 *
 * @param accept kinds of files the browser offers, such as {@code .csv}; null for all
 */
public record FileField(
        String id,
        String label,
        @Nullable String hint,
        @Nullable String error,
        @Nullable String accept) {

    public @Nullable String describedBy() {
        return FieldIds.describedBy(id, hint, error);
    }
}
