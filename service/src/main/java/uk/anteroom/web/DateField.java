package uk.anteroom.web;

import org.jspecify.annotations.Nullable;

/**
 * A date asked in three fields, as nhsuk-frontend's date input prints it. The three are named {@code day}, {@code month} and {@code year}.
 *
 * @param birth whether browsers may fill in a date of birth
 */
public record DateField(
        String id,
        String legend,
        @Nullable String hint,
        @Nullable String error,
        String day,
        String month,
        String year,
        boolean birth) {

    public @Nullable String describedBy() {
        return FieldIds.describedBy(id, hint, error);
    }
}
