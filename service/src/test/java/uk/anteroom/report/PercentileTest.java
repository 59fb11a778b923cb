package uk.anteroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PercentileTest {

    @Test
    void isOneOfTheLengthsByNearestRankWhateverTheirOrder() {
        assertThat(of(50, 15, 20, 35, 40, 50)).isEqualTo(seconds(35));
        assertThat(of(50, 50, 15, 40, 20)).isEqualTo(seconds(20));
        assertThat(of(90, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1)).isEqualTo(seconds(9));
        assertThat(of(90, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)).isEqualTo(seconds(10));
        assertThat(of(100, 3, 1, 2)).isEqualTo(seconds(3));
        assertThat(of(1, 3, 1, 2)).isEqualTo(seconds(1));
    }

    @Test
    void ofOneIsThatOneAndOfNoneIsNone() {
        assertThat(of(50, 7)).isEqualTo(seconds(7));
        assertThat(of(90, 7)).isEqualTo(seconds(7));
        assertThat(of(90)).isNull();
    }

    private static @Nullable Duration of(int percent, long... lengths) {
        List<Duration> waits =
                LongStream.of(lengths).mapToObj(Duration::ofSeconds).toList();
        return Percentile.of(waits, percent);
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
