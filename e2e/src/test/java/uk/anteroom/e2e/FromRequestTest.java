package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static uk.anteroom.e2e.people.Patient.WALTER;

import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.stage.Colour;

class FromRequestTest extends Journey {

    private static final String REQUEST = "Repeat prescription";

    @Test
    void requestIsCompletedWithTheConsultation() {
        int letters = messagesTo("email", WALTER.email());
        clinician.goTo("/requests");
        clinician.link(REQUEST).click();
        clinician.tab("Video").click();
        clinician.press("Video call patient");
        clinician.sendInvitation();

        patient.arrive(linkSentTo("email", WALTER.email(), letters + 1), WALTER);
        clinician.seesWaiting(WALTER);
        clinician.admit().sees(Colour.RED);
        clinician.end();
        complete(WALTER);
        clinician.reads("The request “" + REQUEST + "” is completed.");

        clinician.goTo("/requests");
        assertThat(clinician.heading("Requests")).isVisible();
        assertThat(clinician.link(REQUEST)).hasCount(0);
    }
}
