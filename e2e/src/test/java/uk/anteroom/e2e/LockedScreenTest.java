package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.e2e.people.Patient.ROSA;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.stage.Colour;
import uk.anteroom.e2e.stage.Lock;

/** The screen of the patient's telephone locks itself: in the waiting room, and in the call. */
@Tag("matrix")
class LockedScreenTest extends Journey {

    /** A page that says nothing for 25 seconds is away. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private static final Duration LONG_LOCK = Duration.ofSeconds(40);
    private static final Pattern SEAT = Pattern.compile("\"you\":\"([^\"]+)\"");

    @Test
    void placeIsKeptAndThePatientIsBackWithoutBeingAskedAnything() {
        patient.arrive(inviteByEmail(ROSA), ROSA);
        clinician.seesWaiting(ROSA);
        clinician.call().isConnected();
        mark();
        Page board = surgery.tab();
        try (Lock locked = new Lock(patient.page())) {
            says(clinician.page().locator("[data-arrival]"), "Rosa Whitfield is away");
            assertThat(clinician.page().locator("[data-arrival-since]")).containsText("place kept");
            board.navigate("/waiting");
            assertThat(board.locator("#board tbody tr")
                            .filter(new Locator.FilterOptions().setHasText("Rosa Whitfield"))
                            .first())
                    .containsText(Pattern.compile("Away since \\d\\d:\\d\\d, place kept"));
            board.close();
        }

        clinician.seesWaiting(ROSA);
        askedNothing();
        assertThat(patient.page().locator("[data-panel=own]")).isVisible();
        assertThat(seats()).as("participants that the page was").hasSize(1);
        clinician.admit().sees(Colour.RED).seesMoving();
        patient.isIn("live");
        patient.call().sees(Colour.BLUE).seesMoving();
        clinician.end();
    }

    @Test
    void callGoesOnAfterTheScreenWasLockedForLong() {
        meet(ROSA);
        clinician.call().sees(Colour.RED);
        patient.call().sees(Colour.BLUE);
        mark();
        long since = System.nanoTime();
        try (Lock locked = new Lock(patient.page())) {
            surgery.page()
                    .waitForCondition(
                            () -> System.nanoTime() - since > LONG_LOCK.toNanos(),
                            new Page.WaitForConditionOptions().setTimeout(SILENCE.toMillis()));
        }

        patient.isIn("live");
        clinician.isLive();
        clinician.call().seesMoving(SILENCE).sees(Colour.RED);
        patient.call().seesMoving(SILENCE).sees(Colour.BLUE);
        askedNothing();
        assertThat(seats()).as("participants that the page was").hasSize(1);
        clinician.end();
    }

    private static void says(Locator where, String words) {
        assertThat(where)
                .containsText(words, new LocatorAssertions.ContainsTextOptions().setTimeout(SILENCE.toMillis()));
    }

    private void mark() {
        patient.page().evaluate("() => { window.stillThis = true; }");
    }

    /** The page was never left for another one. */
    private void askedNothing() {
        assertThat(patient.page().evaluate("() => window.stillThis")).isEqualTo(true);
        assertThat(patient.page().getByLabel("Day")).hasCount(0);
    }

    private Set<String> seats() {
        return List.copyOf(home.transcript()).stream()
                .filter(line -> line.contains(" < "))
                .map(SEAT::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }
}
