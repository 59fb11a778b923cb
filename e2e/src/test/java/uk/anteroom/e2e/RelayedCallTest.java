package uk.anteroom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.e2e.people.Patient.ROSA;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.FirefoxSide;
import uk.anteroom.e2e.people.Way;
import uk.anteroom.e2e.stage.Colour;
import uk.anteroom.e2e.stage.Firefox;
import uk.anteroom.e2e.stage.Network.Host;
import uk.anteroom.e2e.stage.Tone;
import uk.anteroom.e2e.stage.Village;

class RelayedCallTest extends NetworkJourney {

    @Test
    void devicesThatReachEachOtherNeedNoRelay() {
        meet();
        assertThat(atHome.way().relayed()).isFalse();
        assertThat(atSurgery.way().relayed()).isFalse();
        part();
    }

    @Test
    void callGoesThroughTheRelayByUdp() {
        trouble().noDirectWay();
        goesThrough("udp");
    }

    @Test
    void callGoesThroughTheRelayByTcp() {
        trouble().noUdp(Host.PATIENT);
        goesThrough("tcp");
    }

    @Test
    void callGoesThroughTheRelayByTls() {
        trouble().onlyTls(Host.PATIENT);
        goesThrough("tls");
    }

    @Test
    void firefoxGoesThroughTheRelayToo() {
        trouble().noDirectWay();
        try (Firefox firefox = Village.open().firefoxAtHome()) {
            FirefoxSide there = new FirefoxSide(firefox).arrive(inviteByEmail(ROSA), ROSA);
            clinician.seesWaiting(ROSA);
            atSurgery = clinician.admit();
            atSurgery.seesFrames().hears(Firefox.HERTZ);
            there.sees(Colour.BLUE).seesMoving().receivesSound();
            assertThat(atSurgery.way().relayed()).isTrue();
            part();
        }
    }

    @Test
    void callComesBackWhenTheRelayIsRestarted() {
        trouble().noDirectWay();
        meet();
        var since = atSurgery.now();
        Village.open().stopRelay();
        Village.open().startRelay();
        atSurgery.standsStill();
        everybodySeesMoving();
        Duration gap = atSurgery.longestGapSince(since);
        note("relay restarted, picture back after", gap);
        assertThat(gap).isLessThan(Duration.ofSeconds(20));
        assertThat(atHome.way().relayed()).isTrue();
        part();
    }

    private void goesThrough(String protocol) {
        meet();
        atSurgery.sees(Colour.RED).hears(Tone.HIGH).sawNothingSpoilt();
        atHome.sees(Colour.BLUE).hears(Tone.LOW).sawNothingSpoilt();
        assertThat(atHome.way()).isEqualTo(new Way("relay", protocol));
        part();
    }
}
