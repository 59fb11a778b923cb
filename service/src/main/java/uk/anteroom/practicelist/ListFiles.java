package uk.anteroom.practicelist;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.patient.PracticeList;
import uk.anteroom.practice.StaffMember;

/** The practice list from a file: looked at first, and taken over by a second press. Nothing changes before that. */
@Service
public class ListFiles {

    private static final int SHOWN = 10;

    private final ListPreviewStore store;
    private final ListReadingStore readings;
    private final ListStateStore state;
    private final ListFileReader reader;
    private final Intake intake;
    private final PracticeList list;
    private final Patients patients;
    private final Audit audit;
    private final PracticeTransactions transactions;

    ListFiles(
            ListPreviewStore store,
            ListReadingStore readings,
            ListStateStore state,
            ListFileReader reader,
            Intake intake,
            PracticeList list,
            Patients patients,
            Audit audit,
            PracticeTransactions transactions) {
        this.store = store;
        this.readings = readings;
        this.state = state;
        this.reader = reader;
        this.intake = intake;
        this.list = list;
        this.patients = patients;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** What came of sending a file. */
    public sealed interface Sent {

        /** It can be looked at. */
        record Kept(ListPreviewId preview) implements Sent {}

        /** {@code missing}: columns that are needed, where that is why. */
        record Unreadable(String problem, List<ListColumn> missing) implements Sent {}
    }

    /** What came of taking one over. */
    public sealed interface TakingOver {

        record Taken(ListReadingId reading) implements TakingOver {}

        /** The list has changed since the page that was looked at; it is shown anew. */
        record ListChanged() implements TakingOver {}

        /** The list is being read. */
        record Busy() implements TakingOver {}

        /** Taken over or discarded already, or too old. */
        record Gone() implements TakingOver {}
    }

    /** Keeps a file to be looked at. */
    public Sent send(StaffMember by, byte[] content) {
        by.mustManage();
        return switch (reader.read(content)) {
            case ListFile.Unreadable(ListFile.Problem problem, List<ListColumn> missing) ->
                new Sent.Unreadable(problem.name(), missing);
            case ListFile.Read read ->
                transactions.in(by.practice(), () -> {
                    ListPreviewId id = new ListPreviewId(UUID.randomUUID());
                    store.put(by.practice(), id, content, by.id());
                    audit.staff(by, "practice_list.file_sent", "list_preview", id.value());
                    return new Sent.Kept(id);
                });
        };
    }

    /** What taking it over would do now. Empty if it is gone. */
    public Optional<ListPreview> look(StaffMember by, ListPreviewId id) {
        by.mustManage();
        PracticeId practice = by.practice();
        return transactions.in(
                practice,
                () -> store.find(practice, id).map(kept -> {
                    audit.staff(by, "practice_list.preview_viewed", "list_preview", id.value());
                    return preview(practice, id, kept);
                }));
    }

    private ListPreview preview(PracticeId practice, ListPreviewId id, ListPreviewStore.Kept kept) {
        ListFile.Read file = read(kept);
        Intake.Outcome outcome = intake.compare(practice, file.lines());
        List<PatientId> leaving = list.allBut(practice, outcome.met());
        ListState now = state.of(practice);
        List<ListPreview.Row> first = file.lines().stream()
                .flatMap(line -> line.what() instanceof Line.What.OnList(var patient, var needs)
                        ? Stream.of(new ListPreview.Row(
                                line.place(),
                                patient,
                                Objects.requireNonNull(outcome.meaning().get(line.place()))))
                        : Stream.<ListPreview.Row>empty())
                .limit(SHOWN)
                .toList();
        return new ListPreview(
                id,
                kept.madeAt(),
                outcome.counts(),
                file.columns(),
                file.ignored(),
                leaving.size(),
                leaving.stream()
                        .limit(SHOWN)
                        .flatMap(patient -> patients.find(practice, patient).stream())
                        .toList(),
                first,
                outcome.refusals(),
                now.changedAt(),
                now.changedAt() != null && now.changedAt().isAfter(kept.madeAt()),
                now.regularly());
    }

    /**
     * {@code Take over this list}: all of it in one commit, counted like any other reading.
     *
     * @param seen when the list had changed last on the page that was looked at
     */
    public TakingOver takeOver(StaffMember by, ListPreviewId id, @Nullable Instant seen) {
        by.mustManage();
        PracticeId practice = by.practice();
        return transactions.in(practice, () -> {
            Optional<ListPreviewStore.Kept> kept = store.find(practice, id);
            if (kept.isEmpty()) {
                return new TakingOver.Gone();
            }
            if (!Objects.equals(state.of(practice).changedAt(), seen)) {
                return new TakingOver.ListChanged();
            }
            ListReadingId reading = new ListReadingId(UUID.randomUUID());
            // waits for whoever else begins one, and is the only one from here on
            if (!readings.begin(practice, reading, ListReading.Kind.FILE, true, null, by.id())) {
                return new TakingOver.Busy();
            }
            if (!Objects.equals(state.of(practice).changedAt(), seen)) {
                // by a reading that came to its end while this one waited
                readings.end(practice, reading, ListReading.State.STOPPED, null, 0, 0);
                return new TakingOver.ListChanged();
            }
            Intake.Outcome outcome = intake.take(practice, read(kept.get()).lines());
            int gone = list.leave(practice, list.allBut(practice, outcome.met()));
            readings.came(practice, reading, outcome.counts(), null, null);
            readings.refuse(practice, reading, outcome.refusals(), 0);
            readings.end(practice, reading, ListReading.State.DONE, null, gone, 0);
            state.read(practice, null, false, outcome.counts().changesSomething() || gone > 0);
            store.forget(practice, id);
            audit.staff(by, "practice_list.file_taken_over", "list_reading", reading.value());
            return new TakingOver.Taken(reading);
        });
    }

    /** Throws it away. */
    public void discard(StaffMember by, ListPreviewId id) {
        by.mustManage();
        transactions.in(by.practice(), () -> {
            if (store.forget(by.practice(), id)) {
                audit.staff(by, "practice_list.file_discarded", "list_preview", id.value());
            }
        });
    }

    private ListFile.Read read(ListPreviewStore.Kept kept) {
        if (reader.read(kept.content()) instanceof ListFile.Read read) {
            return read;
        }
        throw new IllegalStateException("A file that was kept cannot be read any more");
    }
}
