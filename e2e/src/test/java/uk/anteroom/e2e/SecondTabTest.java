package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.e2e.people.Patient.ROSA;

import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.CallSide;
import uk.anteroom.e2e.people.PatientPhone;
import uk.anteroom.e2e.stage.Colour;

class SecondTabTest extends Journey {

    private static final int WATCHED_MS = 10_000;

    @Test
    void newestTabHasThePlaceAndTheOlderOneCanTakeItBack() {
        meet(ROSA);
        CallSide atSurgery = clinician.call().sees(Colour.RED).seesMoving();

        PatientPhone second = new PatientPhone(home.tab()).open("/visit");
        second.isIn("live");
        patient.isIn("elsewhere");
        assertThat(patient.heading("Your call is open somewhere else")).isVisible();
        second.call().sees(Colour.BLUE).seesMoving();
        atSurgery.seesMoving();

        long sockets = opened();
        second.page().waitForTimeout(WATCHED_MS);
        assertThat(opened()).as("sockets, after nobody did anything").isEqualTo(sockets);
        patient.isIn("elsewhere");
        second.isIn("live");

        patient.press("Use here");
        patient.isIn("live");
        second.isIn("elsewhere");
        patient.call().sees(Colour.BLUE).seesMoving();
        atSurgery.sees(Colour.RED).seesMoving();
        clinician.end();
    }

    private long opened() {
        return home.transcript().stream()
                .filter(line -> line.endsWith(" opened"))
                .count();
    }
}
