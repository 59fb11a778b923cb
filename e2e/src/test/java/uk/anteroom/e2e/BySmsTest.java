package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.e2e.people.Patient.GRACE;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.stage.Colour;

class BySmsTest extends Journey {

    private static final String OWN = "07700 900345";
    private static final String ONE_OFF = "07700 900456";

    @Test
    void numberTypedForOneInvitationIsUsedOnceAndNotKept() {
        int toHerOwn = messagesTo("sms", OWN);
        int toTheOneOff = messagesTo("sms", ONE_OFF);
        clinician.openPatient(GRACE);
        assertThat(clinician.page().getByLabel("Send as SMS to")).hasValue(OWN);
        clinician.typeNumber(ONE_OFF).sendInvitation();
        clinician.reads("SMS to " + ONE_OFF + ", for this invitation only");

        patient.arrive(linkSentTo("sms", ONE_OFF, toTheOneOff + 1), GRACE);
        assertThat(messagesTo("sms", OWN)).isEqualTo(toHerOwn);
        clinician.seesWaiting(GRACE);
        clinician.admit().sees(Colour.RED);
        clinician.end();
        complete(GRACE);
        clinician.reads("Saved to the record at");

        clinician.openPatient(GRACE);
        assertThat(clinician.page().locator(".a-dl div").filter(hasText("Mobile")))
                .containsText(OWN);
        assertThat(clinician.page().getByLabel("Send as SMS to")).hasValue(OWN);
    }

    private static Locator.FilterOptions hasText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
