package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.e2e.people.Patient.ROSA;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.Accessibility;
import uk.anteroom.e2e.stage.Controls;

/** A link that was opened inside an app, whose browser lends pages no camera. */
@Tag("matrix")
class InAppTest extends Journey {

    private static final String FACEBOOK =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                    + " Mobile/15E148 [FBAN/FBIOS;FBAV/480.0.0.33.108;FBBV/650000000]";

    private static final String NO_DEVICES =
            "Object.defineProperty(Navigator.prototype, 'mediaDevices', { get: () => undefined })";

    private final Accessibility axe = new Accessibility();

    @Test
    void wayOutOfTheAppStandsFirstAndTheRestGoesOn() {
        String link = inviteByEmail(ROSA);
        home.context().addInitScript(NO_DEVICES);
        new Controls(home.page()).callItself(FACEBOOK);
        patient.open(link);

        patient.heading("Open this page in Safari").waitFor();
        assertThat(home.page().getByText("You are inside the Facebook app.")).isVisible();
        assertThat(home.page().locator("main > *").first()).hasAttribute("data-in-app", "");
        assertThat(home.page()
                        .evaluate("() => document.querySelector('[data-square-picture]').decode().then(() => true)"))
                .isEqualTo(true);
        axe.look("in an app", home.page()).foundNothing();

        patient.confirm(ROSA).isInTheWaitingRoom();
        patient.press("Use camera and microphone");
        patient.heading("Open this page in another browser").waitFor();
        clinician.seesNeedsHelp(ROSA);
        clinician.reads("An app’s own browser on an iPhone or iPad: an app that cannot use the camera");
        patient.press("Just listen");
        clinician.admit();
        patient.isIn("live");
        patient.call().seesMoving();
        clinician.end();
    }

    @Test
    void ordinaryBrowserReadsNothingOfIt() {
        patient.open(inviteByEmail(ROSA));
        assertThat(home.page().locator("[data-in-app]")).isHidden();
        clinician.admitNobodyAndEnd();
    }
}
