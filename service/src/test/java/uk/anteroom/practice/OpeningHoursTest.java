package uk.anteroom.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.anteroom.practice.OpeningHours.Span;

class OpeningHoursTest {

    private static final LocalTime EIGHT = LocalTime.of(8, 0);
    private static final LocalTime HALF_PAST_SIX = LocalTime.of(18, 30);
    /** A Friday in 2026, on which nobody works. */
    private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25);

    private static final LocalDate BOXING_MONDAY = LocalDate.of(2026, 12, 28);

    private final OpeningHours hours = new OpeningHours(weekdays(), Set.of(CHRISTMAS, BOXING_MONDAY));

    @Test
    void opensAtTheFirstMinuteAndClosesAtTheLast() {
        LocalDate thursday = LocalDate.of(2026, 11, 26);
        assertThat(hours.at(thursday.atTime(7, 59))).isEqualTo(new OpenState.Closed(thursday.atTime(EIGHT)));
        assertThat(hours.at(thursday.atTime(8, 0))).isEqualTo(new OpenState.Open(HALF_PAST_SIX));
        assertThat(hours.at(thursday.atTime(18, 29))).isEqualTo(new OpenState.Open(HALF_PAST_SIX));
        assertThat(hours.at(thursday.atTime(18, 30)))
                .isEqualTo(new OpenState.Closed(thursday.plusDays(1).atTime(EIGHT)));
    }

    @Test
    void opensAgainAfterTheWeekendAndAfterClosedDays() {
        assertThat(hours.at(LocalDateTime.of(2026, 11, 28, 12, 0)))
                .isEqualTo(new OpenState.Closed(LocalDateTime.of(2026, 11, 30, 8, 0)));
        assertThat(hours.at(CHRISTMAS.minusDays(1).atTime(20, 0)))
                .isEqualTo(new OpenState.Closed(BOXING_MONDAY.plusDays(1).atTime(EIGHT)));
        assertThat(hours.at(CHRISTMAS.atTime(12, 0)))
                .isEqualTo(new OpenState.Closed(BOXING_MONDAY.plusDays(1).atTime(EIGHT)));
    }

    @Test
    void whoHasNotSaidIsNeitherOpenNorClosed() {
        assertThat(OpeningHours.notSaid().at(LocalDateTime.of(2026, 11, 26, 12, 0)))
                .isEqualTo(new OpenState.NotSaid());
    }

    private static Map<DayOfWeek, Span> weekdays() {
        Map<DayOfWeek, Span> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.compareTo(DayOfWeek.SATURDAY) < 0) {
                week.put(day, new Span(EIGHT, HALF_PAST_SIX));
            }
        }
        return week;
    }
}
