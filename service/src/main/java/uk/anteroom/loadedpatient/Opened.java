package uk.anteroom.loadedpatient;

import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.NhsNumber;

/**
 * Whom an event says was opened. Hides itself when printed.
 *
 * @param context the event's context as it came, to be told again as it is
 */
public record Opened(@Nullable NhsNumber number, @Nullable DateOfBirth born, String context) {

    @Override
    public String toString() {
        return "Opened(hidden)";
    }
}
