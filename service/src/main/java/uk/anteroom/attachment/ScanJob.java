package uk.anteroom.attachment;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.anteroom.kernel.JobName;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeJobs;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.patient.PatientId;

/** Has one file scanned, however long the scanner is away. Repeating is safe: what was scanned already is not taken out again. */
@Configuration
class ScanJob {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("attachment-scan");

    private static final Logger LOG = LoggerFactory.getLogger(ScanJob.class);

    /** Fewer than half of the threads that run jobs: a scanner that hangs must not keep letters waiting. */
    private static final int AT_ONCE = 3;

    private static final Duration NO_PLACE = Duration.ofSeconds(1);

    private final AttachmentStore store;
    private final SealedFiles files;
    private final Scanner scanner;
    private final Clock clock;
    private final AttachmentAudit audit;
    private final ApplicationEventPublisher events;
    private final PracticeTransactions transactions;
    private final Semaphore places = new Semaphore(AT_ONCE);

    ScanJob(
            AttachmentStore store,
            SealedFiles files,
            Scanner scanner,
            Clock clock,
            AttachmentAudit audit,
            ApplicationEventPublisher events,
            PracticeTransactions transactions) {
        this.store = store;
        this.files = files;
        this.scanner = scanner;
        this.clock = clock;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
    }

    @Bean
    CustomTask<Void> attachmentScanTask() {
        return PracticeJobs.task(TASK, this::run);
    }

    /** Answers when to come back, if at all. */
    private Optional<Instant> run(JobName job) {
        if (!places.tryAcquire()) {
            return Optional.of(clock.instant().plus(NO_PLACE));
        }
        try {
            return scan(job.practice(), new AttachmentId(job.subject()));
        } finally {
            places.release();
        }
    }

    private Optional<Instant> scan(PracticeId practice, AttachmentId id) {
        Optional<Integer> tries = transactions.in(practice, () -> store.takeOutToScan(practice, id));
        if (tries.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] file = files.get(practice, id).orElseThrow(() -> new StoreAway("The file is not there"));
            Scanner.Verdict verdict = scanner.scan(file);
            transactions.in(practice, () -> settle(practice, id, verdict));
            return Optional.empty();
        } catch (ScannerAway | StoreAway e) {
            LOG.warn("File {} not scanned at try {}: {}", id, tries.get(), e.getMessage());
            return Optional.of(ScanSchedule.next(tries.get(), clock.instant()));
        }
    }

    private void settle(PracticeId practice, AttachmentId id, Scanner.Verdict verdict) {
        boolean settled =
                switch (verdict) {
                    case CLEAN -> store.clean(practice, id);
                    case INFECTED -> store.infected(practice, id);
                };
        // discarded meanwhile
        if (!settled) {
            return;
        }
        if (verdict == Scanner.Verdict.INFECTED) {
            files.delete(practice, id);
            LOG.warn("File {} infected, deleted", id);
        } else {
            LOG.info("File {} scanned, nothing found", id);
        }
        audit.system(practice, id, verdict == Scanner.Verdict.CLEAN ? "attachment.clean" : "attachment.infected");
        Attachment scanned = store.find(practice, id).orElseThrow();
        PatientId patient = scanned.owner().patient();
        if (patient != null) {
            events.publishEvent(new AttachmentChanged(practice, patient, scanned.message()));
        }
    }
}
