package uk.anteroom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.e2e.people.Patient.ROSA;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.CallSide;
import uk.anteroom.e2e.stage.House;
import uk.anteroom.e2e.stage.Window;

class ServiceKilledTest extends Journey {

    private static final Duration BLINK = Duration.ofSeconds(1);

    @Test
    void pictureNeverStopsAndEverybodyIsWhereTheyWere() {
        meet(ROSA);
        CallSide atSurgery = clinician.call().seesMoving();
        CallSide atHome = patient.call().seesMoving();
        String consultation = clinician.consultation();
        var since = atSurgery.now();
        var sinceAtHome = atHome.now();
        int said = welcomes(surgery) + welcomes(home);

        House.open().killDemo();
        atSurgery.seesMoving();
        atHome.seesMoving();
        assertThat(atSurgery.longestGapSince(since)).isLessThan(BLINK);
        assertThat(atHome.longestGapSince(sinceAtHome)).isLessThan(BLINK);
        House.open().startDemo();
        // while it starts it takes the processors of both browsers, which one on a machine of its own does not
        since = atSurgery.now();
        sinceAtHome = atHome.now();
        surgery.waitFor(() -> welcomes(surgery) + welcomes(home) == said + 2);

        clinician.isLive();
        patient.isIn("live");
        atSurgery.seesMoving();
        atHome.seesMoving();
        assertThat(atSurgery.longestGapSince(since)).isLessThan(BLINK);
        assertThat(atHome.longestGapSince(sinceAtHome)).isLessThan(BLINK);
        assertThat(clinician.consultation()).isEqualTo(consultation);
        assertThat(surgery.transcript())
                .filteredOn(line -> line.contains(" > ") && line.contains("\"t\":\"admit\""))
                .as("admissions")
                .hasSize(1);
        clinician.end();
        patient.isIn("ended");
    }

    @Test
    void endReachesThePatientWithoutTheService() {
        meet(ROSA);
        CallSide atSurgery = clinician.call().seesMoving();
        patient.call().seesMoving();
        House.open().killDemo();
        atSurgery.end();
        patient.isIn("ended");
        House.open().startDemo();
        clinician.heading("Consultation Ended").waitFor();
    }

    private static int welcomes(Window window) {
        return (int) window.transcript().stream()
                .filter(line -> line.contains(" < ") && line.contains("\"t\":\"welcome\""))
                .count();
    }
}
