package uk.anteroom.staffweb;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.patient.Comparison;
import uk.anteroom.patient.ListedPatient;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.practicelist.ListColumn;
import uk.anteroom.practicelist.ListPreview;
import uk.anteroom.practicelist.ListReading;
import uk.anteroom.practicelist.ListReadings;
import uk.anteroom.practicelist.Refusal;
import uk.anteroom.web.Checkbox;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.FileField;
import uk.anteroom.web.ShownTimes;

/** Says in words how the practice list stands and what a file would do to it. */
@Component
class PracticeListPages {

    static final String HREF = "/settings/practice-list";

    /** On the page; all of them are in the file to download. */
    private static final int SHOWN = 20;

    /** A reading that has not got on for so long has lost its process; another takes over within seconds. */
    private static final Duration STUCK = Duration.ofMinutes(10);

    private final ListReadings readings;
    private final MessageSource words;
    private final ShownTimes times;

    PracticeListPages(ListReadings readings, MessageSource words, ShownTimes times) {
        this.readings = readings;
        this.words = words;
        this.times = times;
    }

    /** @param note the word of what was done just now, or why it was not; null if nothing was */
    PracticeListPage page(StaffMember by, @Nullable String note, boolean good, Complaints complaints) {
        ListReadings.Overview now = readings.look(by);
        ListReading newest = now.newest().orElse(null);
        return new PracticeListPage(
                say("list.patients", now.patients()),
                now.system(),
                new Checkbox(
                        "regularly",
                        say("list.regularly"),
                        "true",
                        say("list.regularly.hint", times.length(now.every())),
                        null,
                        now.regularly()),
                newest == null ? null : reading(by, newest),
                now.readings().stream().skip(1).map(this::earlier).toList(),
                new FileField(
                        "file",
                        say("list.file"),
                        say("list.file.hint", ListUpload.LARGEST / 1024 / 1024),
                        complaints.at("file"),
                        ".csv,.txt,text/csv"),
                Arrays.stream(ListColumn.values())
                        .map(column -> new PracticeListPage.Column(
                                column.heading(), column.needed(), say("list.column." + word(column))))
                        .toList(),
                note == null ? null : say("list.note." + note),
                good,
                complaints.all());
    }

    private PracticeListPage.Reading reading(StaffMember by, ListReading reading) {
        boolean many = reading.missing() > 0;
        List<Refusal> refusals = reading.running()
                ? List.of()
                : readings.refusals(by, reading.id()).orElse(List.of());
        String problem = reading.problem() == null ? null : word(reading.problem());
        return new PracticeListPage.Reading(
                HREF + "/readings/" + reading.id(),
                reading.running(),
                kind(reading),
                title(reading),
                text(reading),
                problem == null
                        ? null
                        : say("list.problem." + problem + (reading.running() ? ".again" : ""), reading.missing()),
                figures(reading.counts()),
                many,
                refusals.size(),
                refused(refusals));
    }

    private static String kind(ListReading reading) {
        return switch (reading.state()) {
            case RUNNING -> "";
            case DONE -> reading.problem() == null ? "good" : "bad";
            case FAILED -> "bad";
            case STOPPED -> "wait";
        };
    }

    private String title(ListReading reading) {
        String kind = word(reading.kind());
        return switch (reading.state()) {
            case RUNNING -> say("list.running." + kind);
            case DONE -> say("list.done." + kind, times.dayAndTime(ended(reading)));
            case FAILED -> say("list.failed", times.dayAndTime(ended(reading)));
            case STOPPED -> say("list.stopped", times.dayAndTime(ended(reading)));
        };
    }

    private String text(ListReading reading) {
        if (!reading.running()) {
            Duration length = Duration.between(reading.startedAt(), ended(reading));
            String took = length.toSeconds() < 1 ? say("list.took.moment") : times.length(length);
            return reading.kind() == ListReading.Kind.FILE
                    ? say("list.took.file", took)
                    : say("list.took", took, reading.pages());
        }
        boolean stuck = Duration.between(reading.touchedAt(), times.now()).compareTo(STUCK) > 0;
        return stuck
                ? say("list.stuck", times.since(reading.touchedAt()))
                : say("list.so-far", times.since(reading.startedAt()), reading.pages());
    }

    private static Instant ended(ListReading reading) {
        return Objects.requireNonNull(reading.endedAt());
    }

    private List<PracticeListPage.Figure> figures(ListReading.Counts counts) {
        return List.of(
                figure("seen", counts.seen()),
                figure("added", counts.added()),
                figure("changed", counts.changed()),
                figure("unchanged", counts.unchanged()),
                figure("gone", counts.gone()),
                figure("refused", counts.refused()));
    }

    private PracticeListPage.Figure figure(String what, int number) {
        return new PracticeListPage.Figure(say("list.figure." + what), String.format(Locale.UK, "%,d", number));
    }

    private PracticeListPage.Earlier earlier(ListReading reading) {
        ListReading.Counts counts = reading.counts();
        String result = reading.running() || reading.state() == ListReading.State.DONE
                ? say(
                        "list.earlier.counts",
                        counts.seen(),
                        counts.added(),
                        counts.changed(),
                        counts.gone(),
                        counts.refused())
                : title(reading);
        return new PracticeListPage.Earlier(
                times.dayAndTime(reading.startedAt()), say("list.kind." + word(reading.kind())), result);
    }

    private List<PracticeListPage.Refused> refused(List<Refusal> refusals) {
        return refusals.stream().limit(SHOWN).map(this::refused).toList();
    }

    private PracticeListPage.Refused refused(Refusal refusal) {
        return new PracticeListPage.Refused(
                place(refusal.place()), number(refusal.number()), refusal.name(), why(refusal));
    }

    /** A line of a file has a number; a record has an id, which is long. */
    private String place(String place) {
        return place.matches("[0-9]{1,7}") ? say("list.line", place) : place;
    }

    private static String number(String written) {
        return NhsNumber.read(written).map(NhsNumber::shown).orElse(written);
    }

    String why(Refusal refusal) {
        return say("list.refused." + word(refusal.reason()));
    }

    ListPreviewPage preview(ListPreview preview, @Nullable String warning) {
        List<String> warnings = new ArrayList<>();
        if (warning != null) {
            warnings.add(say("list.note." + warning));
        } else if (preview.older()) {
            warnings.add(say(
                    "list.preview.older",
                    times.dayAndTime(Objects.requireNonNull(preview.listChangedAt())),
                    times.dayAndTime(preview.madeAt())));
        }
        if (preview.readRegularly()) {
            warnings.add(say("list.preview.regularly"));
        }
        String silent = Arrays.stream(ListColumn.values())
                .filter(column -> !preview.columns().contains(column))
                .map(ListColumn::heading)
                .collect(Collectors.joining(", "));
        return new ListPreviewPage(
                HREF + "/files/" + preview.id(),
                times.dayAndTime(preview.madeAt()),
                figures(preview.counts()).stream()
                        .filter(figure -> !figure.label().equals(say("list.figure.gone")))
                        .toList(),
                warnings,
                preview.ignored().isEmpty() ? null : String.join(", ", preview.ignored()),
                silent.isEmpty() ? null : silent,
                String.format(Locale.UK, "%,d", preview.leaving()),
                preview.leavers().stream()
                        .map(patient -> patient.name() + ", " + Born.shown(patient))
                        .toList(),
                preview.first().stream().map(this::row).toList(),
                preview.refusals().size(),
                refused(preview.refusals()),
                preview.listChangedAt() == null ? "" : preview.listChangedAt().toString());
    }

    private ListPreviewPage.Row row(ListPreview.Row row) {
        ListedPatient patient = row.patient();
        return new ListPreviewPage.Row(
                row.place(),
                patient.givenName() + " " + patient.familyName(),
                patient.born() == null ? say("list.none") : patient.born().shown(),
                patient.nhsNumber().shown(),
                reach(patient),
                meaning(row.meaning()),
                row.meaning() instanceof Comparison.Added,
                row.meaning() instanceof Comparison.Changed);
    }

    private String reach(ListedPatient patient) {
        if (patient.restricted()) {
            return say("patient.restricted");
        }
        String email = patient.email() == null ? "" : patient.email().shown();
        String mobile = patient.mobile() == null ? "" : patient.mobile().shown();
        String both = email + (email.isEmpty() || mobile.isEmpty() ? "" : ", ") + mobile;
        return both.isEmpty() ? say("list.none") : both;
    }

    private String meaning(Comparison meaning) {
        return switch (meaning) {
            case Comparison.Added added -> say("list.meaning.added");
            case Comparison.Changed changed -> say("list.meaning.changed");
            case Comparison.Unchanged unchanged -> say("list.meaning.unchanged");
            case Comparison.Refused refused -> say("list.meaning.refused");
        };
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String say(String key, Object... values) {
        return words.getMessage(key, values, Locale.UK);
    }
}
