package uk.anteroom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.e2e.people.Patient.ROSA;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.Open;
import uk.anteroom.e2e.stage.House;

@Tag("network")
class SoakTest extends Journey {

    private static final int ROUNDS = Integer.getInteger("rounds", 40);

    @Test
    void nothingIsLeftOpenByManyCallsInARow() {
        meet(ROSA);
        clinician.call().seesMoving();
        for (int round = 0; round < ROUNDS; round++) {
            clinician.end();
            patient.isIn("ended");
            clinician.press("Back to the call");
            patient.isIn("recalled");
            patient.press("Go back to the call");
            patient.isIn("live");
            clinician.call().seesMoving();
            patient.call().seesMoving();
        }
        assertThat(Open.on(clinician.page())).isEqualTo(new Open(1, 1, 1, 2));
        assertThat(Open.on(patient.page())).isEqualTo(new Open(1, 1, 1, 2));
        assertThat(House.open().objectsIn("uk.anteroom.call.signalling.Session"))
                .as("sessions that the service holds")
                .isEqualTo(2);
        clinician.end();
        patient.isIn("ended");
    }
}
