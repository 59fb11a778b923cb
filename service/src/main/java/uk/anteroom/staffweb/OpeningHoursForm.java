package uk.anteroom.staffweb;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.anteroom.practice.OpeningHours;
import uk.anteroom.practice.OpeningTime;
import uk.anteroom.web.Complaints;

/** The hours of a week and the days on which it is closed, as somebody typed them. */
record OpeningHoursForm(Map<String, String> times, String closed) {

    static final String CLOSED = "closedDays";

    /** Bank holidays of several years. */
    private static final int MOST_CLOSED = 60;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final List<DateTimeFormatter> WRITTEN =
            List.of(pattern("d MMMM uuuu"), pattern("d/M/uuuu"), pattern("uuuu-MM-dd"));

    static OpeningHoursForm of(OpeningHours hours) {
        Map<String, String> times = new HashMap<>();
        hours.week().forEach((day, span) -> {
            times.put(from(day), TIME.format(span.opens()));
            times.put(to(day), TIME.format(span.closes()));
        });
        return new OpeningHoursForm(
                times, hours.closedDays().stream().sorted().map(DAY::format).collect(Collectors.joining("\n")));
    }

    /** What a form sent. */
    static OpeningHoursForm typed(Map<String, String> fields) {
        return new OpeningHoursForm(fields, fields.getOrDefault(CLOSED, ""));
    }

    static String from(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT) + "-from";
    }

    static String to(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT) + "-to";
    }

    String typed(String field) {
        return times.getOrDefault(field, "");
    }

    /** The hours, or complaints at their fields. A day with nothing in it is closed; closed days that are over are left out. */
    OpeningHours read(Complaints complaints, LocalDate today) {
        Map<DayOfWeek, OpeningHours.Span> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (typed(from(day)).isBlank() && typed(to(day)).isBlank()) {
                continue;
            }
            LocalTime opens = complaints.valueOf(from(day), OpeningTime.read(typed(from(day))));
            LocalTime closes = complaints.valueOf(to(day), OpeningTime.read(typed(to(day))));
            if (opens != null && closes != null && !opens.isBefore(closes)) {
                complaints.about(to(day), "settings.hours.order");
            } else if (opens != null && closes != null) {
                week.put(day, new OpeningHours.Span(opens, closes));
            }
        }
        return new OpeningHours(week, closedDays(complaints, today));
    }

    private Set<LocalDate> closedDays(Complaints complaints, LocalDate today) {
        Set<LocalDate> days = new TreeSet<>();
        for (String line :
                closed.lines().map(String::strip).filter(one -> !one.isEmpty()).toList()) {
            LocalDate day = day(line);
            if (day == null) {
                complaints.about(
                        CLOSED, "settings.hours.closed.wrong", line.length() > 40 ? line.substring(0, 40) : line);
                return Set.of();
            }
            if (!day.isBefore(today)) {
                days.add(day);
            }
        }
        if (days.size() > MOST_CLOSED) {
            complaints.about(CLOSED, "settings.hours.closed.many", MOST_CLOSED);
        }
        return days;
    }

    private static @Nullable LocalDate day(String line) {
        return WRITTEN.stream()
                .flatMap(pattern -> parsed(line, pattern).stream())
                .findFirst()
                .orElse(null);
    }

    private static Optional<LocalDate> parsed(String line, DateTimeFormatter pattern) {
        try {
            return Optional.of(LocalDate.parse(line, pattern));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter pattern(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.UK)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
