package uk.anteroom.staffweb;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.anteroom.patient.Patient;

/**
 * Who a page is about: the first thing below the header on every page about one patient.
 *
 * @param born with the age, or that it is missing
 * @param check whether the clinical system has the same patient open; null where nobody can tell
 */
public record PatientBanner(
        String href,
        String name,
        String firstName,
        String born,
        String nhsNumber,
        boolean deceased,
        boolean left,
        boolean restricted,
        @Nullable RecordCheck check) {

    static PatientBanner of(Patient patient, LocalDate today, @Nullable RecordCheck check) {
        return new PatientBanner(
                "/patients/" + patient.id(),
                patient.name(),
                patient.givenName(),
                Born.withAge(patient, today),
                patient.nhsNumber().shown(),
                patient.deceasedAt() != null,
                patient.leftAt() != null,
                patient.restricted(),
                check);
    }
}
