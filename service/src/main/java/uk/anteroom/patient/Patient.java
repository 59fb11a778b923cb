package uk.anteroom.patient;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.kernel.PracticeId;

/** Somebody on a practice's list. Hides itself when printed. */
public record Patient(
        PracticeId practice,
        PatientId id,
        NhsNumber nhsNumber,
        String givenName,
        String familyName,
        DateOfBirth born,
        @Nullable EmailAddress email,
        @Nullable MobileNumber mobile,
        boolean optedOutOfEmail,
        boolean optedOutOfSms,
        boolean hasAccount) {

    /** Rosa Whitfield. */
    public String name() {
        return givenName + " " + familyName;
    }

    /** The contact on the list for that channel. */
    public Optional<ContactPoint> contact(Channel channel) {
        return Optional.ofNullable(channel == Channel.EMAIL ? email : mobile);
    }

    /** Whether an opt-out is recorded for that channel. */
    public boolean optedOutOf(Channel channel) {
        return channel == Channel.EMAIL ? optedOutOfEmail : optedOutOfSms;
    }

    @Override
    public String toString() {
        return "Patient(" + id + ")";
    }
}
