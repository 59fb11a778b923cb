package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.e2e.people.Patient.ROSA;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.ClinicianWindow;
import uk.anteroom.e2e.stage.Colour;
import uk.anteroom.e2e.stage.Tone;

class OutcomeTest extends Journey {

    @Test
    void callIsReopenedAndThenDecidedOnce() {
        meet(ROSA);
        String consultation = clinician.consultation();
        clinician.end();
        patient.isIn("ended");

        clinician.press("Back to the call");
        patient.isIn("recalled");
        patient.press("Go back to the call");
        patient.isIn("live");
        clinician.call().sees(Colour.RED).hears(Tone.HIGH);
        patient.call().sees(Colour.BLUE).hears(Tone.LOW);
        clinician.end();

        ClinicianWindow second = new ClinicianWindow(surgery.tab()).goTo("/consultations/" + consultation);
        second.heading("Consultation Ended").waitFor();
        complete(ROSA);
        clinician.reads("Saved to the record at");
        second.press("Consultation unsuccessful");
        second.heading("Consultation completed").waitFor();
        assertThat(second.page().locator("#maincontent").getByRole(AriaRole.ALERT))
                .containsText("Dr Amara Okafor already chose Consultation completed at");
        assertThat(record(ROSA).encounters(consultation)).isEqualTo(1);
    }
}
