package uk.anteroom.demo.record;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.kernel.NhsNumber;

/**
 * A patient in the clinical system.
 *
 * @param place on the list of its page; null for the crowd, which is not listed
 */
public record RecordPatient(
        UUID id,
        UUID practice,
        NhsNumber nhsNumber,
        String givenName,
        String familyName,
        DateOfBirth born,
        @Nullable EmailAddress email,
        @Nullable MobileNumber mobile,
        @Nullable Integer place) {

    String name() {
        return givenName + " " + familyName;
    }

    LocalDate birthday() {
        return born.value();
    }

    @Override
    public String toString() {
        return "RecordPatient(" + id + ")";
    }
}
