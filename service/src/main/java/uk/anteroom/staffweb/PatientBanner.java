package uk.anteroom.staffweb;

import java.time.LocalDate;
import uk.anteroom.patient.Patient;

/** Who a page is about: the first thing below the header on every page about one patient. */
record PatientBanner(String href, String name, String firstName, String born, int age, String nhsNumber) {

    static PatientBanner of(Patient patient, LocalDate today) {
        return new PatientBanner(
                "/patients/" + patient.id(),
                patient.name(),
                patient.givenName(),
                patient.born().shown(),
                patient.born().ageOn(today),
                patient.nhsNumber().shown());
    }
}
