package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static uk.anteroom.e2e.people.Patient.ROSA;

import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.stage.Colour;
import uk.anteroom.e2e.stage.Tone;

class ReloadTest extends Journey {

    @Test
    void reloadingOnEitherSideComesBackToTheCall() {
        meet(ROSA);
        everybodySeesAndHears();
        patient.page().reload();
        assertThat(patient.page().getByLabel("Day")).hasCount(0);
        everybodySeesAndHears();
        clinician.page().reload();
        everybodySeesAndHears();
        clinician.end();
        complete(ROSA);
        clinician.heading("Consultation completed").waitFor();
    }

    private void everybodySeesAndHears() {
        clinician.call().sees(Colour.RED).hears(Tone.HIGH);
        patient.call().sees(Colour.BLUE).hears(Tone.LOW);
    }
}
