package uk.anteroom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.e2e.people.Patient.ROSA;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.stage.Window;

/** Both sides want to offer at the same moment, again and again: one does, the other asks, and the pictures go on. */
@Tag("network")
class GlareTest extends Journey {

    private static final int ROUNDS = Integer.getInteger("rounds", 100);

    /** The service allows thirty messages a second; a round is about six. */
    private static final int ROUND_MS = 350;

    /** Makes an offer of its own at that moment of the clock, which both pages share. */
    private static final String OFFER_AT = """
            (at) => setTimeout(() => window.callConnection().restartIce(), at - Date.now())
            """;

    private static final String SETTLED = """
            () => {
              const connection = window.callConnection();
              return connection.signalingState === 'stable' && connection.connectionState === 'connected';
            }
            """;

    @Test
    void bothMayWantToOfferAtOnce() {
        meet(ROSA);
        clinician.call().seesMoving();
        for (int round = 0; round < ROUNDS; round++) {
            long at = System.currentTimeMillis() + ROUND_MS / 3;
            offerAt(clinician.page(), at);
            offerAt(patient.page(), at);
            clinician.page().waitForTimeout(ROUND_MS);
            settled(clinician.page());
            settled(patient.page());
        }
        assertThat(offers(surgery)).as("offers of the clinician").isGreaterThan(ROUNDS);
        assertThat(offers(home)).as("offers of the patient").isZero();
        clinician.call().seesMoving();
        patient.call().seesMoving();
        assertThat(clinician.page().evaluate("() => window.keptConnections.length"))
                .isEqualTo(1);
        clinician.end();
        patient.isIn("ended");
    }

    /** Asked by the clock: animation frames, by which a page is asked otherwise, rest while nothing on it moves. */
    private static void settled(Page page) {
        page.waitForFunction(SETTLED, null, new Page.WaitForFunctionOptions().setPollingInterval(50));
    }

    private static long offers(Window window) {
        return window.transcript().stream().filter(GlareTest::isOffer).count();
    }

    private static boolean isOffer(String line) {
        return line.contains(" > ") && line.contains("\"type\":\"offer\"");
    }

    private static void offerAt(Page page, long at) {
        page.evaluate(OFFER_AT, (double) at);
    }
}
