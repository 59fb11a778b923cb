package uk.anteroom.publicweb;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.practice.OpenState;
import uk.anteroom.practice.OpeningHours;
import uk.anteroom.practice.Openings;
import uk.anteroom.web.ShownTimes;

/** Says in words when a practice is open. */
@Component
class Hours {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);

    private final Openings openings;
    private final ShownTimes times;
    private final MessageSource messages;

    Hours(Openings openings, ShownTimes times, MessageSource messages) {
        this.openings = openings;
        this.times = times;
        this.messages = messages;
    }

    /**
     * What stands on a page.
     *
     * @param says whether it is open now, and till when or when next; null if the practice has not said
     * @param week one line for each day; empty as that
     */
    record Shown(boolean closed, @Nullable String says, List<Line> week) {}

    record Line(String day, String hours) {}

    Shown of(PracticeId practice, Locale locale) {
        OpeningHours hours = openings.of(practice);
        return switch (openings.at(practice, times.now())) {
            case OpenState.NotSaid notSaid -> new Shown(false, null, List.of());
            case OpenState.Open(LocalTime until) ->
                new Shown(false, says(locale, "public.open", TIME.format(until)), week(hours, locale));
            case OpenState.Closed(LocalDateTime opens) ->
                new Shown(
                        true,
                        opens == null
                                ? says(locale, "public.closed")
                                : says(locale, "public.closed.until", next(opens, locale)),
                        week(hours, locale));
        };
    }

    private String next(LocalDateTime opens, Locale locale) {
        LocalDate day = opens.toLocalDate();
        String time = TIME.format(opens);
        if (day.equals(times.today())) {
            return says(locale, "public.opens.today", time);
        }
        return day.equals(times.today().plusDays(1))
                ? says(locale, "public.opens.tomorrow", time)
                : says(locale, "public.opens.day", DAY.format(opens), time);
    }

    private List<Line> week(OpeningHours hours, Locale locale) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new Line(
                        day.getDisplayName(TextStyle.FULL, Locale.UK),
                        hours(hours.week().get(day), locale)))
                .toList();
    }

    private String hours(OpeningHours.@Nullable Span span, Locale locale) {
        return span == null
                ? says(locale, "public.closed.day")
                : says(locale, "public.hours.between", TIME.format(span.opens()), TIME.format(span.closes()));
    }

    private String says(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
