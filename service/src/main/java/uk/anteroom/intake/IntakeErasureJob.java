package uk.anteroom.intake;

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
import uk.anteroom.attachment.Attachments;
import uk.anteroom.kernel.JobName;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeJobs;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.request.RequestId;

/** Erases what somebody began to write and left alone, with its files; and that something was sent, when nobody presses again. */
@Configuration
class IntakeErasureJob {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("intake-erasure");

    private static final Logger LOG = LoggerFactory.getLogger(IntakeErasureJob.class);

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(30);

    private final IntakeStore store;
    private final Attachments attachments;
    private final Clock clock;
    private final PracticeTransactions transactions;

    IntakeErasureJob(IntakeStore store, Attachments attachments, Clock clock, PracticeTransactions transactions) {
        this.store = store;
        this.attachments = attachments;
        this.clock = clock;
        this.transactions = transactions;
    }

    @Bean
    CustomTask<Void> intakeErasureTask() {
        return PracticeJobs.task(TASK, this::erase);
    }

    Optional<Instant> erase(JobName job) {
        PracticeId practice = job.practice();
        RequestId id = new RequestId(job.subject());
        return transactions.in(practice, () -> {
            Optional<Intake> held = store.hold(practice, id);
            if (held.isEmpty()) {
                return Optional.<Instant>empty();
            }
            if (!store.leftAlone(practice, id, Intakes.LIFE)) {
                return Optional.of(clock.instant().plus(LOOK_AGAIN));
            }
            if (!held.get().sent()) {
                attachments.discardOfRequest(practice, id.value());
                LOG.info("Request {} erased, never sent", id);
            }
            store.delete(practice, id);
            return Optional.<Instant>empty();
        });
    }
}
