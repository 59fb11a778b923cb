package uk.anteroom.staffweb;

import java.time.LocalDate;
import uk.anteroom.patient.Patient;

/**
 * Who a page is about: the first thing below the header on every page about one patient.
 *
 * @param born with the age, or that it is missing
 */
record PatientBanner(
        String href,
        String name,
        String firstName,
        String born,
        String nhsNumber,
        boolean deceased,
        boolean left,
        boolean restricted) {

    static PatientBanner of(Patient patient, LocalDate today) {
        return new PatientBanner(
                "/patients/" + patient.id(),
                patient.name(),
                patient.givenName(),
                Born.withAge(patient, today),
                patient.nhsNumber().shown(),
                patient.deceasedAt() != null,
                patient.leftAt() != null,
                patient.restricted());
    }
}
