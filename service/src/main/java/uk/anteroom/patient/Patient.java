package uk.anteroom.patient;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.kernel.Postcode;
import uk.anteroom.kernel.PracticeId;

/**
 * Somebody on a practice's list. Hides itself when printed.
 *
 * @param born null where the list has none
 * @param restricted a protected record: how to reach them is not known here
 * @param deceasedAt since when the list says that they have died
 * @param leftAt since when they are no longer on the list
 * @param postcode of where they live; null where the list has none, or their record is restricted
 */
public record Patient(
        PracticeId practice,
        PatientId id,
        NhsNumber nhsNumber,
        String givenName,
        String familyName,
        @Nullable DateOfBirth born,
        @Nullable EmailAddress email,
        @Nullable MobileNumber mobile,
        boolean optedOutOfEmail,
        boolean optedOutOfSms,
        boolean hasAccount,
        boolean restricted,
        @Nullable Instant deceasedAt,
        @Nullable Instant leftAt,
        @Nullable Postcode postcode) {

    /** On the list, alive, and not protected; nothing is known of where they live. */
    public Patient(
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
        this(
                practice,
                id,
                nhsNumber,
                givenName,
                familyName,
                born,
                email,
                mobile,
                optedOutOfEmail,
                optedOutOfSms,
                hasAccount,
                false,
                null,
                null,
                null);
    }

    /** The same, living there. */
    public Patient livingAt(Postcode where) {
        return new Patient(
                practice,
                id,
                nhsNumber,
                givenName,
                familyName,
                born,
                email,
                mobile,
                optedOutOfEmail,
                optedOutOfSms,
                hasAccount,
                restricted,
                deceasedAt,
                leftAt,
                where);
    }

    /** Rosa Whitfield. */
    public String name() {
        return givenName + " " + familyName;
    }

    /** Whether somebody who typed these names may mean them: without accents and capitals, and any further given name set aside. */
    public boolean called(String given, String family) {
        return PatientSearch.fold(familyName).equals(PatientSearch.fold(family))
                && firstOf(givenName).equals(firstOf(given));
    }

    private static String firstOf(String given) {
        return PatientSearch.fold(given).split("\\s", 2)[0];
    }

    /** The contact on the list for that channel. */
    public Optional<ContactPoint> contact(Channel channel) {
        return Optional.ofNullable(channel == Channel.EMAIL ? email : mobile);
    }

    /** Where a letter of ours goes that nobody chose a channel for: email first, and never against an opt-out; empty if there is nowhere. */
    public Optional<ContactPoint> preferredContact() {
        return Stream.of(Channel.EMAIL, Channel.SMS)
                .filter(channel -> !optedOutOf(channel))
                .flatMap(channel -> contact(channel).stream())
                .findFirst();
    }

    /** Whether an opt-out is recorded for that channel. */
    public boolean optedOutOf(Channel channel) {
        return channel == Channel.EMAIL ? optedOutOfEmail : optedOutOfSms;
    }

    /** Why they cannot be invited, if they cannot. */
    public Optional<NotInvitable> notInvitable() {
        if (deceasedAt != null) {
            return Optional.of(NotInvitable.DECEASED);
        }
        if (leftAt != null) {
            return Optional.of(NotInvitable.LEFT);
        }
        return born == null && !hasAccount ? Optional.of(NotInvitable.NO_BIRTH) : Optional.empty();
    }

    @Override
    public String toString() {
        return "Patient(" + id + ")";
    }
}
