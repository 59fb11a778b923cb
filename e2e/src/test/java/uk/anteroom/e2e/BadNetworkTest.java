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

    /** So long may a picture rest before people begin to ask whether it froze. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    @ParameterizedTest
    @CsvSource({"5, 10", "10, 18", "20, 32"})
    void callGoesOnWhileOneInSoManyPacketsIsLost(int lost, double mostConcealed) {
        meet();
        trouble().loss(lost);
        var since = atSurgery.now();
        Heard heard = atSurgery.hearsFor(WATCHED);
        Duration gap = atSurgery.longestGapSince(since);
        note("%d %% lost: %.1f %% of the sound made up, longest pause of the picture %d ms"
                .formatted(lost, heard.concealedPercent(), gap.toMillis()));
        everybodySeesMoving();
        // the loss is real: the wire is not spared by mistake
        assertThat(heard.lostPercent()).isGreaterThan(lost / 4.0);
        assertThat(heard.concealedPercent()).isLessThan(mostConcealed);
        assertThat(gap).isLessThan(SHORT);
        atSurgery.sawNothingSpoilt();
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
        Locator paused = clinician.page().locator("[data-notice=paused]");
        assertThat(paused).isVisible(within(30));
        Heard heard = atSurgery.hearsFor(WATCHED);
        note("100 kbit/s, picture paused: %.1f %% of the sound made up".formatted(heard.concealedPercent()));
        assertThat(heard.concealedPercent()).isLessThan(5);
        trouble().fullRate(Host.CLINICIAN);
        var since = atSurgery.now();
        assertThat(paused).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(60_000));
        atSurgery.seesMoving();
        note("line free again, picture back after", atSurgery.passedSince(since));
        part();
    }

    private static LocatorAssertions.IsVisibleOptions within(int seconds) {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(seconds * 1000.0);
    }
}
