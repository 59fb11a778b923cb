package uk.anteroom.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final Instant FIRST = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void gapsGrowAndTheLastTryIsWithinAQuarterOfAnHour() {
        List<Long> gaps = new ArrayList<>();
        Instant now = FIRST;
        int tries = 1;
        for (Optional<Instant> next = RetrySchedule.next(tries, FIRST, now);
                next.isPresent();
                next = RetrySchedule.next(tries, FIRST, now)) {
            gaps.add(Duration.between(now, next.get()).toSeconds());
            now = next.get();
            tries++;
        }
        assertThat(gaps).containsExactly(10L, 30L, 60L, 120L, 300L, 300L);
        assertThat(Duration.between(FIRST, now)).isLessThanOrEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void slowTriesEndTheScheduleEarlier() {
        assertThat(RetrySchedule.next(5, FIRST, FIRST.plus(Duration.ofMinutes(11))))
                .isEmpty();
    }
}
