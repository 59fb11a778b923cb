package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.e2e.people.Patient.ROSA;

import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.stage.Colour;
import uk.anteroom.e2e.stage.Village;

/** The check before the call tries what the call needs when nothing else works: the relay. */
class CheckThroughTheRelayTest extends NetworkJourney {

    private static final Duration LIMIT = Duration.ofSeconds(8);

    /** From the press to the last result that comes by itself (who hears and speaks is up to the patient), milliseconds of the page's own clock. */
    private static final String WATCH = """
            () => {
              const line = document.querySelector('[data-found=network]');
              const press = [...document.querySelectorAll('[data-press=use-both]')].find((one) => one.checkVisibility());
              press.addEventListener('click', () => { window.pressedAt = performance.now(); }, { capture: true, once: true });
              new MutationObserver(() => {
                if (window.pressedAt === undefined || window.foundAfter !== undefined) return;
                const rests = [...document.querySelectorAll('[data-found=camera], [data-found=network]')];
                if (rests.every((one) => one.matches(':not(.is-none)'))) window.foundAfter = performance.now() - window.pressedAt;
              }).observe(line.parentElement, { subtree: true, attributes: true, childList: true });
            }
            """;

    @AfterEach
    void bringTheRelayBack() {
        Village.open().startRelay();
    }

    @Test
    void patientAndClinicianReadThatTheRelayWorks() {
        checks("Works");
        assertThat(clinician.page().locator("[data-check=network] [data-result]"))
                .hasText("Works through the relay");
        Village.open().stopRelay();
        clinician.admitNobodyAndEnd();
    }

    @Test
    void whoFindsNoWayIsToldSoonAndGoesOn() {
        Village.open().stopRelay();
        checks("We found no way through");
        assertThat(patient.page().locator("[data-when-found='network.none']")).isVisible();
        assertThat(clinician.page().locator("[data-check=network] [data-result]"))
                .hasText("No way through the relay");
        // the two devices still reach each other
        clinician.admit().sees(Colour.RED);
        patient.isIn("live");
        patient.call().sees(Colour.BLUE);
        part();
    }

    private void checks(String result) {
        patient.open(inviteByEmail(ROSA)).confirm(ROSA).isInTheWaitingRoom();
        assertThat(patient.page().locator("[data-talk-question]")).isVisible();
        patient.page().evaluate(WATCH);
        patient.useDevices();
        patient.page()
                .waitForFunction(
                        "() => window.foundAfter !== undefined",
                        null,
                        new Page.WaitForFunctionOptions().setPollingInterval(100));
        Duration took = Duration.ofMillis(
                ((Number) patient.page().evaluate("() => Math.round(window.foundAfter)")).longValue());
        note("check, from the press to “" + result + "”", took);
        assertThat(patient.page().locator("[data-found=network] [data-result]")).hasText(result);
        assertThat(took).isLessThan(LIMIT);
        clinician.seesWaiting(ROSA);
    }
}
