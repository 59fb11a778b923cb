package uk.anteroom.practicelist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.JobName;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeJobs;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.patient.PracticeList;
import uk.anteroom.practice.StaffMember;

/** The readings of a practice's list, for those who look after it. */
@Service
public class ListReadings {

    private static final int SHOWN = 10;

    private final ListReadingStore store;
    private final ListStateStore state;
    private final ReadingStart start;
    private final PracticeList list;
    private final ListSettings settings;
    private final PracticeJobs jobs;
    private final Audit audit;
    private final Clock clock;
    private final PracticeTransactions transactions;

    ListReadings(
            ListReadingStore store,
            ListStateStore state,
            ReadingStart start,
            PracticeList list,
            ListSettings settings,
            PracticeJobs jobs,
            Audit audit,
            Clock clock,
            PracticeTransactions transactions) {
        this.store = store;
        this.state = state;
        this.start = start;
        this.list = list;
        this.settings = settings;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * How the list stands.
     *
     * @param patients how many are on it
     * @param system whether the practice has a clinical system to read
     * @param every how often it is read, where it is read regularly
     * @param readings the newest first
     */
    public record Overview(
            int patients,
            boolean system,
            boolean regularly,
            Duration every,
            @Nullable Instant changedAt,
            List<ListReading> readings) {

        /** The one that runs, else the last one. */
        public Optional<ListReading> newest() {
            return readings.stream().findFirst();
        }
    }

    /** What came of asking for a reading. */
    public enum Beginning {
        BEGUN,
        /** One is running. */
        RUNNING,
        /** There is no clinical system to read. */
        NO_SYSTEM
    }

    public Overview look(StaffMember by) {
        by.mustManage();
        PracticeId practice = by.practice();
        return transactions.in(practice, () -> {
            ListState now = state.of(practice);
            return new Overview(
                    list.count(practice),
                    store.clinicalSystem(practice).isPresent(),
                    now.regularly(),
                    settings.every(),
                    now.changedAt(),
                    store.newest(practice, SHOWN));
        });
    }

    /**
     * {@code Read the list now}: everything, so that it also finds who has left.
     *
     * @param manyMayLeave whoever asks has said that it is right if many leave
     */
    public Beginning begin(StaffMember by, boolean manyMayLeave) {
        by.mustManage();
        PracticeId practice = by.practice();
        return transactions.in(practice, () -> {
            if (store.clinicalSystem(practice).isEmpty()) {
                return Beginning.NO_SYSTEM;
            }
            Optional<ListReadingId> begun = start.begin(practice, ListReading.Kind.FULL, manyMayLeave, by.id());
            begun.ifPresent(id -> audit.staff(
                    by,
                    manyMayLeave ? "practice_list.reading_begun_many_may_leave" : "practice_list.reading_begun",
                    "list_reading",
                    id.value()));
            return begun.isPresent() ? Beginning.BEGUN : Beginning.RUNNING;
        });
    }

    /** Stops one that runs. What it has taken in stays. */
    public void stop(StaffMember by, ListReadingId id) {
        by.mustManage();
        transactions.in(by.practice(), () -> {
            if (store.end(by.practice(), id, ListReading.State.STOPPED, null, 0, 0)) {
                audit.staff(by, "practice_list.reading_stopped", "list_reading", id.value());
            }
        });
    }

    /** Has the clinical system read by itself, or no longer. The first time is one interval from now. */
    public void regularly(StaffMember by, boolean on) {
        by.mustManage();
        PracticeId practice = by.practice();
        transactions.in(practice, () -> {
            if (state.regularly(practice, on)) {
                audit.staff(
                        by,
                        on ? "practice_list.read_regularly" : "practice_list.not_read_regularly",
                        "practice",
                        practice.value());
            }
            if (on) {
                jobs.schedule(
                        RegularJob.TASK,
                        new JobName(practice, practice.value()),
                        clock.instant().plus(settings.every()));
            }
        });
    }

    /** What a reading did not take in, or not wholly; audited. Empty if there is no such reading. */
    public Optional<List<Refusal>> refusals(StaffMember by, ListReadingId id) {
        by.mustManage();
        return transactions.in(
                by.practice(),
                () -> store.find(by.practice(), id).map(reading -> {
                    audit.staff(by, "practice_list.refusals_viewed", "list_reading", id.value());
                    return store.refused(by.practice(), id);
                }));
    }
}
