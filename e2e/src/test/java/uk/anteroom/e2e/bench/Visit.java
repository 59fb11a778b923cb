package uk.anteroom.e2e.bench;

import static uk.anteroom.e2e.people.Patient.ROSA;

import com.microsoft.playwright.Page;
import uk.anteroom.e2e.people.ClinicianWindow;
import uk.anteroom.e2e.people.DemoPhone;
import uk.anteroom.e2e.people.PatientPhone;
import uk.anteroom.e2e.stage.Place;
import uk.anteroom.e2e.stage.Window;

/** One visit of Rosa's, from the invitation on, with a new telephone. The clinician stays the same. */
final class Visit implements AutoCloseable {

    final ClinicianWindow clinician;
    final PatientPhone patient;
    private final Window home;
    private String link;
    private String consultation;

    Visit(Place place, ClinicianWindow clinician) {
        this.clinician = clinician;
        home = place.homeWindow();
        patient = new PatientPhone(home.page());
    }

    Visit invite() {
        try (Page tab = clinician.page().context().newPage()) {
            DemoPhone phone = new DemoPhone(tab);
            int letters = phone.messages("email", ROSA.email());
            clinician.openPatient(ROSA).sendInvitation();
            consultation = "/consultations/" + clinician.consultation();
            link = phone.link("email", ROSA.email(), letters + 1);
        }
        return this;
    }

    String link() {
        return link;
    }

    String consultation() {
        return consultation;
    }

    Visit arrive() {
        patient.arrive(link, ROSA);
        return this;
    }

    void finish() {
        clinician.end();
        clinician.press("Consultation unsuccessful");
        clinician.heading("Consultation unsuccessful").waitFor();
    }

    @Override
    public void close() {
        home.close();
    }
}
