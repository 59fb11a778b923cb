package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static uk.anteroom.e2e.people.Patient.TOM;

import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.stage.Colour;

class AccountTest extends Journey {

    @Test
    void patientWithAnAccountSignsInAtTheLink() {
        patient.open(inviteByEmail(TOM));
        assertThat(patient.page().getByLabel("Password")).isVisible();
        assertThat(patient.page().getByLabel("Day")).hasCount(0);
        patient.signIn(TOM.email(), "not his password");
        assertThat(patient.page().getByText("do not open this video call").first())
                .isVisible();
        patient.signIn(TOM.email(), "anteroom-demo-1").isInTheWaitingRoom();
        patient.useDevices();

        clinician.seesWaiting(TOM);
        clinician.reads("Signed in, confirmed");
        clinician.admit().sees(Colour.RED);
        clinician.end();
        complete(TOM);
        clinician.reads("Saved to the record at");
    }
}
