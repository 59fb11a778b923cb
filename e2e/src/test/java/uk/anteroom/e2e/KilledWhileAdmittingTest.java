package uk.anteroom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.e2e.people.Patient.ROSA;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.anteroom.e2e.stage.House;

/** The service dies so many milliseconds after Admit was pressed, or while the devices were still negotiating. */
@Tag("network")
class KilledWhileAdmittingTest extends Journey {

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 20, 60})
    void admissionHappensOnceOrIsPressedAgain(int milliseconds) {
        patient.arrive(inviteByEmail(ROSA), ROSA);
        clinician.seesWaiting(ROSA);
        patient.call().isConnected();
        clinician.press("Admit");
        clinician.page().waitForTimeout(milliseconds);
        House.open().killDemo();
        House.open().startDemo();
        beLetIn();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 40, 120})
    void negotiationThatBrokeOffBeginsAnew(int milliseconds) {
        patient.open(inviteByEmail(ROSA)).confirm(ROSA).isInTheWaitingRoom();
        patient.press("Use camera and microphone");
        clinician.page().waitForTimeout(milliseconds);
        House.open().killDemo();
        House.open().startDemo();
        clinician.seesWaiting(ROSA);
        beLetIn();
    }

    private void beLetIn() {
        Locator stage = clinician.page().locator("[data-stage]:not([hidden])");
        Locator admit = clinician.page().locator("[data-press=admit]:visible");
        // the press may have been stored, may be said again by the page, or may have to be made again
        stage.or(admit).first().waitFor();
        if (!stage.isVisible()) {
            try {
                admit.click(new Locator.ClickOptions().setTimeout(2_000));
            } catch (TimeoutError e) {
                // the page was quicker, and took the button away
            }
        }
        stage.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
        patient.isIn("live");
        clinician.call().seesMoving();
        patient.call().seesMoving();
        clinician.end();
        patient.isIn("ended");
        complete(ROSA);
        clinician.heading("Consultation completed").waitFor();
        assertThat(clinician.page().locator("#coding").count()).isEqualTo(1);
    }
}
