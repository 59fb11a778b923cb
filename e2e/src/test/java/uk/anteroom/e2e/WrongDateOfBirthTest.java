package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.e2e.people.Patient.WALTER;

import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.PatientPhone;
import uk.anteroom.e2e.stage.House;

class WrongDateOfBirthTest extends Journey {

    @Test
    void fiveWrongOnesCloseTheLinkAndThePracticeSeesIt() {
        String link = inviteByEmail(WALTER);
        patient.open(link);
        for (int wrong = 1; wrong <= 4; wrong++) {
            patient.confirm(wrong, 2, 1939);
            int left = 5 - wrong;
            assertThat(patient.page().locator(".nhsuk-error-message"))
                    .containsText("You can try " + left + " more " + (left == 1 ? "time" : "times"));
        }
        patient.confirm(5, 2, 1939);
        assertThat(patient.heading("You cannot use this link")).isVisible();
        clinician.reads("Closed after 5 wrong dates of birth");

        patient.open(link);
        assertThat(patient.heading("You cannot use this link")).isVisible();
        String closed = patient.page().locator("main").innerText();
        patient.open(madeUp(link));
        assertThat(patient.heading("You cannot use this link")).isVisible();
        assertThat(patient.page().locator("main").innerText()).isEqualTo(closed);
        theRightOneDoesNotHelp(link);
    }

    private void theRightOneDoesNotHelp(String link) {
        try (var elsewhere = House.open().homeWindow()) {
            PatientPhone other = new PatientPhone(elsewhere.page()).open(link);
            assertThat(other.heading("You cannot use this link")).isVisible();
            assertThat(other.page().getByLabel("Day")).hasCount(0);
        }
    }

    /** A link of the same shape that was never sent. */
    private static String madeUp(String link) {
        char last = link.charAt(link.length() - 1);
        return link.substring(0, link.length() - 1) + (last == 'A' ? 'B' : 'A');
    }
}
