package uk.anteroom.staffweb;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.anteroom.attempt.Rating;
import uk.anteroom.attempt.Trouble;
import uk.anteroom.report.Report;
import uk.anteroom.report.Span;
import uk.anteroom.web.ShownTimes;

/** Puts a report into words, with what helps beside each reason. */
@Component
class ReportsPages {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.UK);

    private final MessageSource words;
    private final ShownTimes times;

    ReportsPages(MessageSource words, ShownTimes times) {
        this.words = words;
        this.times = times;
    }

    ReportsPage page(Report report) {
        return new ReportsPage(
                Arrays.stream(Span.values())
                        .map(span -> new ReportsPage.Choice(
                                say("report.span", span.weeks()),
                                "/reports?weeks=" + span.weeks(),
                                span == report.span()))
                        .toList(),
                DAY.format(report.weeks().getFirst().monday()),
                report.tried(),
                report.met(),
                report.notMet(),
                report.underWay() == 0 ? null : say("report.underWay", report.underWay()),
                report.lost() == 0 ? null : say("report.lost", report.lost()),
                waits(report.waits()),
                report.causes().stream().map(this::cause).toList(),
                WeeksChart.of(report.weeks()),
                report.weeks().stream()
                        .map(week -> new ReportsPage.Week(DAY.format(week.monday()), week.met(), week.notMet()))
                        .toList(),
                report.arrivals().stream().map(this::arrivals).toList(),
                report.answers().given(),
                Arrays.stream(Rating.values())
                        .map(one -> new ReportsPage.Said(
                                say("survey." + word(one)), report.answers().times(one)))
                        .toList(),
                troubles(report.answers()));
    }

    private List<ReportsPage.Said> troubles(Report.Answers answers) {
        return Arrays.stream(Trouble.values())
                .map(one -> new ReportsPage.Said(say("survey.trouble." + word(one)), answers.times(one)))
                .filter(said -> said.times() > 0)
                .sorted((a, b) -> Integer.compare(b.times(), a.times()))
                .toList();
    }

    private ReportsPage.@Nullable Waits waits(Report.Waits waits) {
        Duration median = waits.median();
        return median == null
                ? null
                : new ReportsPage.Waits(
                        times.length(median),
                        times.length(Objects.requireNonNull(waits.nineOfTen())),
                        say("report.waits", waits.patients()));
    }

    private ReportsPage.Cause cause(Report.Cause cause) {
        String key = "report.why." + word(cause.why());
        return new ReportsPage.Cause(cause.times(), say(key), say(key + ".fix"));
    }

    private ReportsPage.Arrivals arrivals(Report.Arrivals arrivals) {
        String browser = arrivals.browser() == null ? null : say("report.browser." + word(arrivals.browser()));
        String system = arrivals.system() == null ? null : say("report.system." + word(arrivals.system()));
        String with = browser != null && system != null
                ? say("report.browser.on", browser, system)
                : Objects.requireNonNullElse(
                        browser, Objects.requireNonNullElse(system, say("report.browser.unknown")));
        return new ReportsPage.Arrivals(with, arrivals.came(), arrivals.met());
    }

    static String shortMonth(LocalDate day) {
        return MONTH.format(day);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String say(String key, Object... values) {
        return words.getMessage(key, values, Locale.UK);
    }
}
