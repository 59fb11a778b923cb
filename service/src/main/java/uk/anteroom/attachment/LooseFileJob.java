package uk.anteroom.attachment;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.anteroom.kernel.JobName;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeJobs;
import uk.anteroom.kernel.PracticeTransactions;

/** Removes a file that was begun and never attached to anything, with all that came of it. */
@Configuration
class LooseFileJob {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("attachment-loose");

    private static final Logger LOG = LoggerFactory.getLogger(LooseFileJob.class);

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

    private final AttachmentStore store;
    private final SealedFiles files;
    private final Clock clock;
    private final AttachmentAudit audit;
    private final PracticeTransactions transactions;

    LooseFileJob(
            AttachmentStore store,
            SealedFiles files,
            Clock clock,
            AttachmentAudit audit,
            PracticeTransactions transactions) {
        this.store = store;
        this.files = files;
        this.clock = clock;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Bean
    CustomTask<Void> looseFileTask() {
        return PracticeJobs.task(TASK, this::remove);
    }

    Optional<Instant> remove(JobName job) {
        PracticeId practice = job.practice();
        AttachmentId id = new AttachmentId(job.subject());
        return transactions.in(practice, () -> {
            Optional<Attachment> loose = store.hold(practice, id).filter(attachment -> !attachment.attached());
            if (loose.isEmpty()) {
                return Optional.<Instant>empty();
            }
            if (!store.olderThan(Attachments.LOOSE_LIFE, practice, id)) {
                return Optional.of(clock.instant().plus(LOOK_AGAIN));
            }
            files.delete(practice, id);
            store.delete(practice, id);
            audit.system(practice, id, "attachment.removed");
            LOG.info("File {} removed, attached to nothing", id);
            return Optional.<Instant>empty();
        });
    }
}
