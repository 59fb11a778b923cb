package uk.anteroom.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Times as the clock on the surgery's wall shows them. */
@Component
public class ShownTimes {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final Clock clock;

    ShownTimes(Clock clock) {
        this.clock = clock;
    }

    /** 10:42. */
    public String time(Instant at) {
        return TIME.format(at.atZone(clock.getZone()));
    }

    /** today 10:42, yesterday 17:40, 14 October, 14 October 2025. */
    public String dayAndTime(Instant at) {
        ZonedDateTime then = at.atZone(clock.getZone());
        LocalDate day = then.toLocalDate();
        LocalDate today = today();
        if (day.equals(today)) {
            return "today " + TIME.format(then);
        }
        if (day.equals(today.minusDays(1))) {
            return "yesterday " + TIME.format(then);
        }
        return (day.getYear() == today.getYear() ? DAY : DAY_AND_YEAR).format(then);
    }

    /** 45 seconds, 2 minutes, 1 hour 5 minutes. */
    public String length(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        if (seconds < 60) {
            return many(seconds, "second");
        }
        if (seconds < 3600) {
            return many(seconds / 60, "minute");
        }
        long minutes = seconds / 60 % 60;
        return many(seconds / 3600, "hour") + (minutes == 0 ? "" : " " + many(minutes, "minute"));
    }

    /** How long ago, in the same words. */
    public String since(Instant at) {
        return length(Duration.between(at, clock.instant()));
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String many(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
