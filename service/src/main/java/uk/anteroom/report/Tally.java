package uk.anteroom.report;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.anteroom.attempt.Rating;
import uk.anteroom.attempt.SurveyAnswer;
import uk.anteroom.attempt.Trouble;
import uk.anteroom.call.Check;

/** Counts courses. */
final class Tally {

    private record Kit(Check.@Nullable Browser browser, Check.@Nullable System system) {}

    private final ZoneId zone;
    private final LocalDate first;
    private final Span span;
    private final List<Course> over;
    private final List<Course> met;
    private final int underWay;

    /** {@code today} says which weeks the span has. */
    Tally(Span span, LocalDate today, ZoneId zone, List<Course> courses) {
        this.zone = zone;
        this.span = span;
        this.first = firstDay(span, today);
        this.over = courses.stream().filter(course -> !course.underWay()).toList();
        this.met = over.stream().filter(Course::met).toList();
        this.underWay = courses.size() - over.size();
    }

    /** The Monday with which a span begins that ends with the week of this day. */
    static LocalDate firstDay(Span span, LocalDate today) {
        return monday(today).minusWeeks(span.weeks() - 1L);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    Report report() {
        return new Report(
                span,
                over.size(),
                met.size(),
                (int) met.stream().filter(Course::lost).count(),
                underWay,
                waits(),
                causes(),
                weeks(),
                arrivals(),
                answers());
    }

    private Report.Waits waits() {
        List<Duration> waits =
                over.stream().map(Course::waited).filter(Objects::nonNull).toList();
        return new Report.Waits(waits.size(), Percentile.of(waits, 50), Percentile.of(waits, 90));
    }

    private List<Report.Cause> causes() {
        Map<Why, Integer> times = new EnumMap<>(Why.class);
        over.stream().filter(course -> !course.met()).forEach(course -> times.merge(course.why(), 1, Integer::sum));
        return times.entrySet().stream()
                .map(one -> new Report.Cause(one.getKey(), one.getValue()))
                .sorted(Comparator.comparingInt(Report.Cause::times).reversed())
                .toList();
    }

    private List<Report.Week> weeks() {
        List<Report.Week> weeks = new ArrayList<>();
        for (int i = 0; i < span.weeks(); i++) {
            LocalDate monday = first.plusWeeks(i);
            List<Course> then = over.stream()
                    .filter(course -> week(course.openedAt()).equals(monday))
                    .toList();
            int metThen = (int) then.stream().filter(Course::met).count();
            weeks.add(new Report.Week(monday, metThen, then.size() - metThen));
        }
        return weeks;
    }

    private LocalDate week(Instant at) {
        return monday(LocalDate.ofInstant(at, zone));
    }

    private List<Report.Arrivals> arrivals() {
        Map<Kit, Report.Arrivals> kits = new LinkedHashMap<>();
        for (Course course : over) {
            if (course.came()) {
                kits.merge(
                        new Kit(course.browser(), course.system()),
                        new Report.Arrivals(course.browser(), course.system(), 1, course.met() ? 1 : 0),
                        (a, b) -> new Report.Arrivals(a.browser(), a.system(), a.came() + b.came(), a.met() + b.met()));
            }
        }
        return kits.values().stream()
                .sorted(Comparator.comparingInt(Report.Arrivals::came).reversed())
                .toList();
    }

    private Report.Answers answers() {
        Map<Rating, Integer> ratings = new EnumMap<>(Rating.class);
        Map<Trouble, Integer> troubles = new EnumMap<>(Trouble.class);
        int given = 0;
        for (Course course : over) {
            SurveyAnswer answer = course.answer();
            if (answer != null) {
                given++;
                ratings.merge(answer.rating(), 1, Integer::sum);
                if (answer.trouble() != null) {
                    troubles.merge(answer.trouble(), 1, Integer::sum);
                }
            }
        }
        return new Report.Answers(given, ratings, troubles);
    }
}
