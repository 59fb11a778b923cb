package uk.anteroom.practice;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When a practice is open, by the clock on its wall.
 *
 * @param week the days on which it opens at all; empty if it has not said
 * @param closedDays on which it stays closed, such as bank holidays
 */
public record OpeningHours(Map<DayOfWeek, Span> week, Set<LocalDate> closedDays) {

    /** A year of closed days is no practice. */
    private static final int DAYS_AHEAD = 366;

    /** From and to; {@code closes} itself is closed. */
    public record Span(LocalTime opens, LocalTime closes) {}

    public OpeningHours {
        week = Map.copyOf(week);
        closedDays = Set.copyOf(closedDays);
    }

    /** Nothing was said yet. */
    public static OpeningHours notSaid() {
        return new OpeningHours(Map.of(), Set.of());
    }

    /** Whether it is open then, and else when it opens next. */
    public OpenState at(LocalDateTime moment) {
        if (week.isEmpty()) {
            return new OpenState.NotSaid();
        }
        LocalDate today = moment.toLocalDate();
        LocalTime time = moment.toLocalTime();
        Optional<Span> now = on(today);
        if (now.isPresent()
                && !time.isBefore(now.get().opens())
                && time.isBefore(now.get().closes())) {
            return new OpenState.Open(now.get().closes());
        }
        if (now.isPresent() && time.isBefore(now.get().opens())) {
            return new OpenState.Closed(today.atTime(now.get().opens()));
        }
        for (int ahead = 1; ahead <= DAYS_AHEAD; ahead++) {
            LocalDate day = today.plusDays(ahead);
            Optional<Span> then = on(day);
            if (then.isPresent()) {
                return new OpenState.Closed(day.atTime(then.get().opens()));
            }
        }
        return new OpenState.Closed(null);
    }

    private Optional<Span> on(LocalDate day) {
        return closedDays.contains(day) ? Optional.empty() : Optional.ofNullable(week.get(day.getDayOfWeek()));
    }
}
