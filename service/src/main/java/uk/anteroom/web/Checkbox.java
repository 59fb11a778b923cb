package uk.anteroom.web;

import org.jspecify.annotations.Nullable;

/**
 * A single box to tick, as nhsuk-frontend's checkboxes print one. The id is also the name.
 *
 * @param value what is sent when it is ticked
 */
public record Checkbox(
        String id,
        String label,
        String value,
        @Nullable String hint,
        @Nullable String error,
        boolean checked) {

    public @Nullable String hintId() {
        return hint == null ? null : id + "-item-hint";
    }
}
