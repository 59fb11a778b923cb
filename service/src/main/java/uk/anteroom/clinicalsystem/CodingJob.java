package uk.anteroom.clinicalsystem;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.anteroom.audit.Audit;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.kernel.JobName;
import uk.anteroom.kernel.PracticeJobs;
import uk.anteroom.kernel.PracticeTransactions;

/** Writes one coded consultation. Writing it again is safe: the clinical system knows it by our identifier. */
@Configuration
class CodingJob {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("coding");

    private static final Logger LOG = LoggerFactory.getLogger(CodingJob.class);

    private final CodedEntryStore store;
    private final EncounterDraft draft;
    private final ClinicalSystem clinicalSystem;
    private final Clock clock;
    private final Audit audit;
    private final PracticeTransactions transactions;

    CodingJob(
            CodedEntryStore store,
            EncounterDraft draft,
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
    CustomTask<Void> codingTask() {
        return PracticeJobs.task(TASK, this::write);
    }

    /** Writes the entry if it is still owed; answers when to come back, if at all. */
    Optional<Instant> write(JobName job) {
        ConsultationId id = new ConsultationId(job.subject());
        Optional<Owed> owed = transactions.in(
                job.practice(),
                () -> store.find(job.practice(), id)
                        .filter(entry -> entry.state() == CodedEntry.State.PENDING)
                        .map(entry ->
                                new Owed(entry, store.clinicalSystem(job.practice()), draft.of(job.practice(), id))));
        if (owed.isEmpty()) {
            return Optional.empty();
        }
        WriteResult result = owed.get()
                .address()
                .map(address -> clinicalSystem.write(address, owed.get().encounter()))
                .orElseGet(() -> new WriteResult.Refused(CodingProblem.NOT_SET_UP));
        return transactions.in(job.practice(), () -> settle(job, id, owed.get().entry(), result));
    }

    private Optional<Instant> settle(JobName job, ConsultationId id, CodedEntry entry, WriteResult result) {
        return switch (result) {
            case WriteResult.Saved(String reference) -> {
                store.saved(job.practice(), id, reference);
                audit.system(job.practice(), "coding.saved", "consultation", id.value());
                LOG.info("Consultation {} coded", id);
                yield Optional.<Instant>empty();
            }
            case WriteResult.Refused(CodingProblem problem) -> {
                store.failed(job.practice(), id, problem);
                audit.system(job.practice(), "coding.failed", "consultation", id.value());
                LOG.error("Consultation {} cannot be coded: {}", id, problem);
                yield Optional.<Instant>empty();
            }
            case WriteResult.NotNow(CodingProblem problem) -> {
                Optional<Instant> next = CodingSchedule.next(entry.tries() + 1, entry.requestedAt(), clock.instant());
                if (next.isPresent()) {
                    store.notYet(job.practice(), id, problem);
                    LOG.warn("Consultation {} not coded at try {}: {}", id, entry.tries() + 1, problem);
                } else {
                    store.failed(job.practice(), id, problem);
                    audit.system(job.practice(), "coding.failed", "consultation", id.value());
                    LOG.error("Consultation {} given up after {} tries: {}", id, entry.tries() + 1, problem);
                }
                yield next;
            }
        };
    }

    private record Owed(CodedEntry entry, Optional<URI> address, Encounter encounter) {}
}
