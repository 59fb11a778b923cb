package uk.anteroom.staffweb;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.anteroom.patient.Patient;

/**
 * Who a page is about: the first thing below the header on every page about one patient.
 *
 * @param check whether the clinical system has the same patient open; null where nobody can tell
 */
record PatientBanner(
        String href,
        String name,
        String firstName,
        String born,
        int age,
        String nhsNumber,
        @Nullable RecordCheck check) {

    static PatientBanner of(Patient patient, LocalDate today, @Nullable RecordCheck check) {
        return new PatientBanner(
                "/patients/" + patient.id(),
                patient.name(),
                patient.givenName(),
                patient.born().shown(),
                patient.born().ageOn(today),
                patient.nhsNumber().shown(),
                check);
    }
}
