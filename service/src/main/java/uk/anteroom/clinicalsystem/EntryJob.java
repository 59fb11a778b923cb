package uk.anteroom.clinicalsystem;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.JobName;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeJobs;
import uk.anteroom.kernel.PracticeTransactions;

/** Brings the record to say what we owe it about one entry. Repeating is safe: the clinical system knows the entry by our identifier. */
@Configuration
class EntryJob {

    static final TaskDescriptor<Void> WRITE = TaskDescriptor.of("record-entry");

    /** Another task, not another turn of the same: it can be scheduled while a write is under way. At the far side either may come first. */
    static final TaskDescriptor<Void> RETRACT = TaskDescriptor.of("record-retraction");

    private static final Logger LOG = LoggerFactory.getLogger(EntryJob.class);

    private final EntryStore store;
    private final EntryDraft draft;
    private final ClinicalSystem clinicalSystem;
    private final Clock clock;
    private final Audit audit;
    private final PracticeTransactions transactions;

    EntryJob(
            EntryStore store,
            EntryDraft draft,
            ClinicalSystem clinicalSystem,
            Clock clock,
            Audit audit,
            PracticeTransactions transactions) {
        this.store = store;
        this.draft = draft;
        this.clinicalSystem = clinicalSystem;
        this.clock = clock;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Bean
    CustomTask<Void> recordEntryTask() {
        return PracticeJobs.task(WRITE, job -> run(job, Entry.State.PENDING));
    }

    @Bean
    CustomTask<Void> recordRetractionTask() {
        return PracticeJobs.task(RETRACT, job -> run(job, Entry.State.RETRACTING));
    }

    /** Does what is still owed; answers when to come back, if at all. */
    private Optional<Instant> run(JobName job, Entry.State owed) {
        PracticeId practice = job.practice();
        Optional<Entry> entry = transactions
                .in(practice, () -> store.find(practice, job.subject()))
                .filter(one -> one.state() == owed);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        // between transactions: what it reads may be in a store that hangs
        Optional<Writing> writing = draft.of(practice, entry.get());
        if (writing.isEmpty()) {
            transactions.in(practice, () -> withdrawn(practice, entry.get()));
            return Optional.empty();
        }
        Optional<Owed> taken = transactions.in(
                practice,
                () -> store.takeOut(practice, job.subject(), owed)
                        .map(one -> new Owed(one, store.clinicalSystem(practice), writing.get())));
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        WriteResult result = taken.get()
                .address()
                .map(address -> handOver(address, taken.get()))
                .orElseGet(() -> new WriteResult.Refused(EntryProblem.NOT_SET_UP));
        return transactions.in(practice, () -> settle(practice, taken.get().entry(), result));
    }

    private WriteResult handOver(URI address, Owed owed) {
        return owed.entry().state() == Entry.State.RETRACTING
                ? clinicalSystem.retract(address, owed.writing())
                : clinicalSystem.write(address, owed.writing());
    }

    private Optional<Instant> settle(PracticeId practice, Entry entry, WriteResult result) {
        return switch (result) {
            case WriteResult.Saved(String reference) -> {
                done(practice, entry, reference);
                yield Optional.<Instant>empty();
            }
            // what it took neither before nor now is not there
            case WriteResult.Refused(EntryProblem problem)
            when entry.state() == Entry.State.RETRACTING && entry.savedAt() == null && problem.nothingKept() -> {
                withdrawn(practice, entry);
                yield Optional.<Instant>empty();
            }
            case WriteResult.Refused(EntryProblem problem) -> {
                givenUp(practice, entry, problem);
                yield Optional.<Instant>empty();
            }
            case WriteResult.NotNow(EntryProblem problem) -> {
                Optional<Instant> next = EntrySchedule.next(entry.tries(), since(entry), clock.instant());
                if (next.isPresent()) {
                    store.notYet(practice, entry.subject(), entry.state(), problem);
                    LOG.warn("Entry {} not in the record at try {}: {}", entry.subject(), entry.tries(), problem);
                } else {
                    givenUp(practice, entry, problem);
                }
                yield next;
            }
        };
    }

    private void done(PracticeId practice, Entry entry, String reference) {
        if (entry.state() == Entry.State.RETRACTING) {
            store.retracted(practice, entry.subject(), reference);
            audit.system(practice, "record_entry.retracted", entry.kind(), entry.subject());
            LOG.info("Entry {} marked as entered in error", entry.subject());
        } else {
            store.saved(practice, entry.subject(), reference);
            audit.system(practice, "record_entry.saved", entry.kind(), entry.subject());
            LOG.info("Entry {} saved to the record", entry.subject());
        }
    }

    private void withdrawn(PracticeId practice, Entry entry) {
        store.withdrawn(practice, entry.subject(), entry.state());
        audit.system(practice, "record_entry.withdrawn", entry.kind(), entry.subject());
    }

    private void givenUp(PracticeId practice, Entry entry, EntryProblem problem) {
        store.failed(practice, entry.subject(), entry.state(), problem);
        audit.system(practice, "record_entry.failed", entry.kind(), entry.subject());
        LOG.error("Entry {} given up after {} tries: {}", entry.subject(), entry.tries(), problem);
    }

    /** A retraction has a day of its own. */
    private static Instant since(Entry entry) {
        return entry.state() == Entry.State.RETRACTING
                ? Objects.requireNonNull(entry.takenBackAt())
                : entry.requestedAt();
    }

    private record Owed(Entry entry, Optional<URI> address, Writing writing) {}
}
