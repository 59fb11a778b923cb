package uk.anteroom.patient;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.kernel.Postcode;

/**
 * What a list says of one patient. Hides itself when printed.
 *
 * @param recordId how the clinical system names the record; null where the list is a file
 * @param replaces records that were merged into this one
 * @param told what this list speaks of; of the rest it says nothing, and that stays as it is
 * @param noEmail recorded opt-outs
 */
public record ListedPatient(
        @Nullable String recordId,
        List<String> replaces,
        NhsNumber nhsNumber,
        String givenName,
        String familyName,
        @Nullable DateOfBirth born,
        @Nullable EmailAddress email,
        @Nullable MobileNumber mobile,
        @Nullable Postcode postcode,
        boolean deceased,
        boolean restricted,
        boolean noEmail,
        boolean noSms,
        Set<Told> told) {

    /** What a list may speak of besides number and name. */
    public enum Told {
        BORN,
        EMAIL,
        MOBILE,
        POSTCODE,
        DECEASED,
        RESTRICTED,
        NO_EMAIL,
        NO_SMS
    }

    boolean tells(Told what) {
        return told.contains(what);
    }

    /** Everything it says, one after the other, for its hash. */
    String folded() {
        String without = String.join(
                "\u001f",
                nhsNumber.value(),
                givenName,
                familyName,
                tells(Told.BORN) ? born == null ? "" : born.value().toString() : "-",
                tells(Told.EMAIL) ? email == null ? "" : email.value() : "-",
                tells(Told.MOBILE) ? mobile == null ? "" : mobile.value() : "-",
                tells(Told.DECEASED) ? Boolean.toString(deceased) : "-",
                tells(Told.RESTRICTED) ? Boolean.toString(restricted) : "-",
                tells(Told.NO_EMAIL) ? Boolean.toString(noEmail) : "-",
                tells(Told.NO_SMS) ? Boolean.toString(noSms) : "-");
        // lists that say nothing of it keep the hash they had before it was asked for
        return tells(Told.POSTCODE) ? without + "\u001f" + (postcode == null ? "" : postcode.value()) : without;
    }

    @Override
    public String toString() {
        return "ListedPatient(hidden)";
    }
}
