package uk.anteroom.practicelist;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.anteroom.kernel.JobName;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeJobs;
import uk.anteroom.practice.StaffId;

/** Begins a reading with its job, in the caller's transaction. One at a time a practice: of two at once the database lets one in. */
@Component
class ReadingStart {

    private final ListReadingStore store;
    private final ListStateStore state;
    private final PracticeJobs jobs;
    private final ListSettings settings;
    private final Clock clock;

    ReadingStart(ListReadingStore store, ListStateStore state, PracticeJobs jobs, ListSettings settings, Clock clock) {
        this.store = store;
        this.state = state;
        this.jobs = jobs;
        this.settings = settings;
        this.clock = clock;
    }

    /** Empty if one is running, or if there is nothing to read. */
    Optional<ListReadingId> begin(
            PracticeId practice, ListReading.Kind kind, boolean manyMayLeave, @Nullable StaffId by) {
        if (store.clinicalSystem(practice).isEmpty()) {
            return Optional.empty();
        }
        ListReadingId id = new ListReadingId(UUID.randomUUID());
        @Nullable Instant upTo = state.of(practice).readUpTo();
        Instant since = kind == ListReading.Kind.NEWER && upTo != null ? upTo.minus(settings.overlap()) : null;
        if (!store.begin(practice, id, kind, manyMayLeave, since, by)) {
            return Optional.empty();
        }
        jobs.schedule(ReadingJob.TASK, new JobName(practice, id.value()), clock.instant());
        return Optional.of(id);
    }
}
