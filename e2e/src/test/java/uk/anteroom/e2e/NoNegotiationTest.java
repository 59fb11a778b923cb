package uk.anteroom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.e2e.people.Patient.ROSA;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.CallSide;
import uk.anteroom.e2e.stage.Colour;
import uk.anteroom.e2e.stage.Tone;

class NoNegotiationTest extends Journey {

    @Test
    void mutingAndTheCameraNeverNegotiate() {
        meet(ROSA);
        CallSide atSurgery = clinician.call().sees(Colour.RED);
        CallSide atHome = patient.call().sees(Colour.BLUE);
        long offers = offers();
        assertThat(offers).as("offers that made the connection").isPositive();
        for (int round = 0; round < 3; round++) {
            atHome.mute();
            atSurgery.seesThatTheOtherIsMuted(true);
            atHome.unmute();
            atHome.turnOffCamera();
            atSurgery.seesThatTheOthersCameraIsOff();
            atHome.turnOnCamera();
            atSurgery.seesMoving();
        }
        atSurgery.mute();
        atHome.seesThatTheOtherIsMuted(true);
        atSurgery.unmute();
        atSurgery.hears(Tone.HIGH);
        atHome.hears(Tone.LOW);
        assertThat(offers()).isEqualTo(offers);
        clinician.end();
    }

    private long offers() {
        return Stream.concat(surgery.transcript().stream(), home.transcript().stream())
                .filter(line -> line.contains(" > ") && line.contains("\"type\":\"offer\""))
                .count();
    }
}
