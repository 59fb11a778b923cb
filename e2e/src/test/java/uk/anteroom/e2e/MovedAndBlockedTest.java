package uk.anteroom.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.Way;
import uk.anteroom.e2e.stage.Network.Host;

class MovedAndBlockedTest extends NetworkJourney {

    @Test
    void callFindsAnotherWayWhenUdpIsBlocked() {
        meet();
        assertThat(atHome.way().relayed()).isFalse();
        var since = atSurgery.now();
        var sinceAtHome = atHome.now();
        trouble().noUdp(Host.PATIENT);
        atSurgery.standsStill();
        everybodySeesMoving();
        Duration gap = atSurgery.longestGapSince(since);
        Duration gapAtHome = atHome.longestGapSince(sinceAtHome);
        note("UDP blocked in the call, clinician sees again after", gap);
        note("UDP blocked in the call, patient sees again after", gapAtHome);
        assertThat(atHome.way()).isEqualTo(new Way("relay", "tcp"));
        assertThat(gap).isLessThan(Duration.ofSeconds(10));
        assertThat(gapAtHome).isLessThan(Duration.ofSeconds(10));
        part();
    }

    @Test
    void callFollowsTheDeviceToAnotherNetwork() {
        meet();
        trouble().newAddress(Host.PATIENT);
        var since = atSurgery.now();
        everybodySeesMoving();
        Duration gap = atSurgery.longestGapSince(since);
        note("new address, picture back after", gap);
        assertThat(gap).isLessThan(Duration.ofSeconds(8));
        part();
    }
}
