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
import uk.anteroom.kernel.PracticeJobs;

/** Erases one file from the bucket, however long that is away. Repeating is safe: what is gone stays gone. */
@Configuration
class ErasureJob {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("attachment-erasure");

    /** The same once more, for a file that arrived in the bucket after all. */
    static final TaskDescriptor<Void> LATE = TaskDescriptor.of("attachment-erasure-late");

    private static final Logger LOG = LoggerFactory.getLogger(ErasureJob.class);

    private static final Duration AGAIN = Duration.ofMinutes(1);

    /** Somebody has to set the bucket up again. */
    private static final Duration WITHOUT_BUCKET = Duration.ofHours(1);

    private final FileStore store;
    private final Clock clock;

    ErasureJob(FileStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Bean
    CustomTask<Void> attachmentErasureTask() {
        return PracticeJobs.task(TASK, this::run);
    }

    @Bean
    CustomTask<Void> lateAttachmentErasureTask() {
        return PracticeJobs.task(LATE, this::run);
    }

    /** Answers when to come back, if at all. */
    Optional<Instant> run(JobName job) {
        AttachmentId id = new AttachmentId(job.subject());
        if (!(store instanceof BucketFileStore files)) {
            LOG.warn("File {} not erased: its bucket is not set up any more", id);
            return Optional.of(clock.instant().plus(WITHOUT_BUCKET));
        }
        try {
            files.erase(job.practice(), id);
            LOG.info("File {} erased from the bucket", id);
            return Optional.empty();
        } catch (StoreAway e) {
            LOG.warn("File {} not erased yet: {}", id, e.getMessage());
            return Optional.of(clock.instant().plus(AGAIN));
        }
    }
}
