package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.anteroom.e2e.people.Heard;
import uk.anteroom.e2e.stage.Network.Host;

class BadNetworkTest extends NetworkJourney {

    private static final Duration WATCHED = Duration.ofSeconds(8);

    private static final Duration REST = Duration.ofSeconds(60);

    /** So long may a picture rest before people begin to ask whether it froze. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    @ParameterizedTest
    @CsvSource({"5, 5", "10, 5", "20, 15"})
    void soundGoesOnWhileOneInSoManyPacketsIsLost(int lost, double mostConcealed) {
        meet();
        trouble().loss(lost);
        var since = atSurgery.now();
        Heard heard = atSurgery.hearsFor(WATCHED);
        Duration gap = atSurgery.longestGapSince(since);
        note("%d %% lost: %.1f %% of the sound made up, longest pause of the picture %d ms"
                .formatted(lost, heard.concealedPercent(), gap.toMillis()));
        // the loss is real: the wire is not spared by mistake
        assertThat(heard.lostPercent()).isGreaterThan(lost / 4.0);
        assertThat(heard.concealedPercent()).isLessThan(mostConcealed);
        // a picture that rests must not look like one that froze
        if (gap.compareTo(SHORT) > 0) {
            assertThat(paused()).isVisible();
        }
        atSurgery.sawNothingSpoilt();
        trouble().over();
        // a page that has just paused the picture looks a while before it trusts the network again
        atSurgery.seesMoving(REST);
        atHome.seesMoving(REST);
        part();
    }

    @Test
    void callFitsThroughThreeHundredAndFiftyKilobits() {
        meet();
        trouble().rate(Host.CLINICIAN, 350);
        // the sender finds out how little passes
        atSurgery.hearsFor(Duration.ofSeconds(4));
        var since = atSurgery.now();
        Heard heard = atSurgery.hearsFor(WATCHED);
        Duration gap = atSurgery.longestGapSince(since);
        note("350 kbit/s: %.1f %% of the sound made up, longest pause of the picture %d ms"
                .formatted(heard.concealedPercent(), gap.toMillis()));
        atSurgery.seesMoving();
        assertThat(heard.concealedPercent()).isLessThan(5);
        assertThat(gap).isLessThan(SHORT);
        part();
    }

    @Test
    void pictureRestsOnALineThatCarriesSoundOnlyAndComesBack() {
        meet();
        trouble().rate(Host.CLINICIAN, 100);
        assertThat(paused()).isVisible(within(30));
        Heard heard = atSurgery.hearsFor(WATCHED);
        note("100 kbit/s, picture paused: %.1f %% of the sound made up".formatted(heard.concealedPercent()));
        assertThat(heard.concealedPercent()).isLessThan(5);
        trouble().fullRate(Host.CLINICIAN);
        var since = atSurgery.now();
        assertThat(paused()).isHidden(hiddenWithin(60));
        atSurgery.seesMoving();
        note("line free again, picture back after", atSurgery.passedSince(since));
        part();
    }

    private Locator paused() {
        return clinician.page().locator("[data-notice=paused]");
    }

    private static LocatorAssertions.IsHiddenOptions hiddenWithin(int seconds) {
        return new LocatorAssertions.IsHiddenOptions().setTimeout(seconds * 1000.0);
    }

    private static LocatorAssertions.IsVisibleOptions within(int seconds) {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(seconds * 1000.0);
    }
}
