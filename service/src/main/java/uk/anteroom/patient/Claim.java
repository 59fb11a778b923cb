package uk.anteroom.patient;

import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.kernel.Postcode;

/**
 * Who somebody says they are. Hides itself when printed.
 *
 * @param nhsNumber null if they do not know it; then the postcode stands for it
 */
public record Claim(
        String givenName,
        String familyName,
        DateOfBirth born,
        @Nullable NhsNumber nhsNumber,
        @Nullable Postcode postcode) {

    @Override
    public String toString() {
        return "Claim(hidden)";
    }
}
