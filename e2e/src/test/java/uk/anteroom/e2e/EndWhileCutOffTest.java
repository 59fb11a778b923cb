package uk.anteroom.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.stage.Network.Host;

@Tag("matrix")
class EndWhileCutOffTest extends NetworkJourney {

    @Test
    void clinicianEndsWhileThePatientIsCutOff() {
        meet();
        trouble().nothing(Host.PATIENT);
        atSurgery.standsStill();
        clinician.end();
        trouble().over();
        patient.isIn("ended");
        clinician.press("Consultation unsuccessful");
        clinician.heading("Consultation unsuccessful").waitFor();
    }

    @Test
    void clinicianWhoIsCutOffEndsAndThePatientHearsOfItLater() {
        meet();
        trouble().nothing(Host.CLINICIAN);
        atSurgery.standsStill();
        atSurgery.end();
        trouble().over();
        patient.isIn("ended");
        clinician.heading("Consultation Ended").waitFor();
        clinician.press("Consultation unsuccessful");
        clinician.heading("Consultation unsuccessful").waitFor();
    }

    @Test
    void patientWhoIsCutOffCanStillGo() {
        meet();
        trouble().nothing(Host.PATIENT);
        atHome.standsStill();
        atHome.end();
        patient.isIn("left");
        trouble().over();
        part();
        assertThat(patient.page().locator("#visit").getAttribute("data-state")).isIn("left", "ended", "over");
    }
}
