package uk.anteroom.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitEstimateTest {

    private static final Duration TYPICAL = Duration.ofMinutes(10);

    @Test
    void typicalLengthIsTheMedianOfTheLastCalls() {
        assertThat(WaitEstimate.typical(minutes(8, 12, 90))).isEqualTo(Duration.ofMinutes(12));
        assertThat(WaitEstimate.typical(minutes(8, 12, 14, 90))).isEqualTo(Duration.ofMinutes(13));
    }

    @Test
    void typicalLengthIsTenMinutesForAClinicianOfWhomTooFewCallsAreKnown() {
        assertThat(WaitEstimate.typical(List.of())).isEqualTo(TYPICAL);
        assertThat(WaitEstimate.typical(minutes(25, 25))).isEqualTo(TYPICAL);
    }

    @Test
    void typicalLengthStaysWithinFiveAndThirtyMinutes() {
        assertThat(WaitEstimate.typical(minutes(1, 1, 2))).isEqualTo(Duration.ofMinutes(5));
        assertThat(WaitEstimate.typical(minutes(50, 60, 70))).isEqualTo(Duration.ofMinutes(30));
    }

    @ParameterizedTest
    @CsvSource({
        // elapsed, before, minutes
        "0, 0, 10",
        "4, 0, 6",
        "8, 0, 2",
        // runs over: a quarter of what has elapsed, so it is estimated anew
        "12, 0, 3",
        "20, 0, 5",
        // a call that somebody forgot to end
        "600, 0, 10",
        "4, 1, 20",
        "4, 2, 30",
        "20, 3, 35",
    })
    void waitIsTheRestOfTheCallAndOneLengthForEachBefore(int elapsed, int before, int minutes) {
        assertThat(WaitEstimate.shown(WaitEstimate.wait(TYPICAL, Duration.ofMinutes(elapsed), before)))
                .isEqualTo(minutes);
    }

    @Test
    void withoutARunningCallOnlyTheQueueCounts() {
        assertThat(WaitEstimate.wait(TYPICAL, null, 2)).isEqualTo(Duration.ofMinutes(20));
        assertThat(WaitEstimate.wait(TYPICAL, null, 0)).isZero();
    }

    @Test
    void minutesAreRoundedUpAndAboveTenToTheNextFive() {
        assertThat(WaitEstimate.shown(Duration.ofSeconds(1))).isEqualTo(1);
        assertThat(WaitEstimate.shown(Duration.ofSeconds(301))).isEqualTo(6);
        assertThat(WaitEstimate.shown(Duration.ofMinutes(10))).isEqualTo(10);
        assertThat(WaitEstimate.shown(Duration.ofSeconds(601))).isEqualTo(15);
        assertThat(WaitEstimate.shown(Duration.ofMinutes(16))).isEqualTo(20);
    }

    @Test
    void restNeverFallsBelowTwoMinutesNorGrowsBeyondATypicalLength() {
        IntStream.range(0, 300)
                .mapToObj(Duration::ofMinutes)
                .forEach(elapsed ->
                        assertThat(WaitEstimate.wait(TYPICAL, elapsed, 0)).isBetween(Duration.ofMinutes(2), TYPICAL));
    }

    private static List<Duration> minutes(Integer... lengths) {
        List<Integer> mixed = new ArrayList<>(List.of(lengths));
        Collections.shuffle(mixed);
        return mixed.stream().map(Duration::ofMinutes).toList();
    }
}
