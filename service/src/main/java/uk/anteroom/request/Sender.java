package uk.anteroom.request;

import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.kernel.NhsNumber;

/** Who says that they sent a request, as they typed it. Hides itself when printed. */
public record Sender(
        String givenName,
        String familyName,
        @Nullable DateOfBirth born,
        @Nullable NhsNumber nhsNumber,
        @Nullable String postcode,
        @Nullable EmailAddress email,
        @Nullable MobileNumber mobile) {

    public String name() {
        return givenName + " " + familyName;
    }

    @Override
    public String toString() {
        return "Sender(hidden)";
    }
}
