package uk.anteroom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.e2e.people.Patient.ROSA;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.CallSide;
import uk.anteroom.e2e.people.Tools;
import uk.anteroom.e2e.stage.House;

@Tag("network")
class DatabaseAwayTest extends Journey {

    private static final double AWAY_MS = 10_000;

    @Test
    void callGoesOnWhileTheDatabaseStandsStill() {
        meet(ROSA);
        CallSide atSurgery = clinician.call().seesMoving();
        CallSide atHome = patient.call().seesMoving();
        var since = atSurgery.now();
        var sinceAtHome = atHome.now();
        House.open().freezeDatabase();
        try {
            clinician.page().waitForTimeout(AWAY_MS / 2);
            // what is pressed meanwhile waits, and is done once
            new Tools(clinician.page()).press("Continue by phone");
            clinician.page().waitForTimeout(AWAY_MS / 2);
            atSurgery.seesMoving();
            atHome.seesMoving();
            assertThat(atSurgery.longestGapSince(since)).isLessThan(Duration.ofSeconds(1));
            assertThat(atHome.longestGapSince(sinceAtHome)).isLessThan(Duration.ofSeconds(1));
        } finally {
            House.open().thawDatabase();
        }
        new Tools(patient.page()).card("by-phone", "goes on by phone");
        new Tools(clinician.page()).press("Back to video");
        atSurgery.seesMoving();
        atHome.seesMoving();
        clinician.end();
        patient.isIn("ended");
    }
}
