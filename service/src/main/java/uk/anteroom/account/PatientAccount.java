package uk.anteroom.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;

/**
 * The account of a patient. Hides itself when printed.
 *
 * @param email the sign-in name; null where only its hash is known
 * @param emailTrusted whether the list vouched for that address
 * @param hasPassword whether a password is a way in
 */
public record PatientAccount(
        PracticeId practice,
        PatientId patient,
        @Nullable EmailAddress email,
        boolean emailTrusted,
        boolean hasPassword,
        Instant openedAt) {

    @Override
    public String toString() {
        return "PatientAccount(" + patient + ")";
    }
}
