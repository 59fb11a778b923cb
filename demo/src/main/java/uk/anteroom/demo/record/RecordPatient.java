package uk.anteroom.demo.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.kernel.Postcode;

/**
 * A patient in the clinical system.
 *
 * @param diedOn null for who lives
 * @param restricted protected: how to reach them is told to nobody
 * @param updatedAt when the record was last changed; null for one that is about to be added
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
        @Nullable Postcode postcode,
        @Nullable Integer place,
        @Nullable LocalDate diedOn,
        boolean restricted,
        @Nullable Instant updatedAt) {

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
