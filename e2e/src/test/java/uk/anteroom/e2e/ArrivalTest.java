package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.e2e.people.Patient.ROSA;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.Accessibility;

/** A clinician who looks at something else hears that the patient has come. */
class ArrivalTest extends Journey {

    @Test
    void arrivalIsToldOnWhateverPageIsOpenAndNotTwiceOnItsOwn() {
        String link = inviteByEmail(ROSA);
        Page page = clinician.goTo("/requests").page();
        Page other = surgery.tab();
        other.navigate("/patients");
        Locator bar = page.locator("[data-arrived]");
        assertThat(bar).isHidden();

        patient.open(link).confirm(ROSA).isInTheWaitingRoom();

        assertThat(bar).isVisible();
        assertThat(bar.locator("[data-arrived-text]")).hasText("Rosa Whitfield is waiting");
        assertThat(page.locator("[data-arrived-alert]")).hasText("Rosa Whitfield is waiting");
        assertThat(page.locator("[data-arrived-count]")).hasText("1");
        assertThat(page).hasTitle("(1) Requests – Anteroom");
        // the list on the page says the same as the bar above it
        assertThat(page.locator("#current")).containsText("Is waiting");
        // one stream serves every tab
        assertThat(other.locator("[data-arrived-text]")).hasText("Rosa Whitfield is waiting");
        new Accessibility().look("requests, somebody waits", page);
        other.close();

        clinician.link("Open").click();
        clinician.seesWaiting(ROSA);
        assertThat(page.locator("[data-arrived]")).isHidden();

        patient.useDevices();
        clinician.admit();
        patient.isIn("live");
        clinician.end();
        assertThat(page.locator("[data-arrived-count]")).hasText("0");
        assertThat(page.title()).doesNotContain("Rosa", "(1)");
    }
}
