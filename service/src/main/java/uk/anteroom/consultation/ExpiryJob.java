package uk.anteroom.consultation;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.anteroom.audit.Audit;
import uk.anteroom.call.Calls;
import uk.anteroom.kernel.JobName;
import uk.anteroom.kernel.PracticeJobs;
import uk.anteroom.kernel.PracticeTransactions;

/** Lets a consultation expire to which nobody came. One that is waiting or live never expires. */
@Configuration
class ExpiryJob {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("consultation-expiry");

    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private final ConsultationStore store;
    private final Calls calls;
    private final Audit audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final PracticeTransactions transactions;

    ExpiryJob(
            ConsultationStore store,
            Calls calls,
            Audit audit,
            Clock clock,
            ApplicationEventPublisher events,
            PracticeTransactions transactions) {
        this.store = store;
        this.calls = calls;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
        this.transactions = transactions;
    }

    @Bean
    CustomTask<Void> consultationExpiryTask() {
        return PracticeJobs.task(TASK, this::expire);
    }

    Optional<Instant> expire(JobName job) {
        ConsultationId id = new ConsultationId(job.subject());
        return transactions.in(job.practice(), () -> {
            Optional<Consultation> consultation = store.findForUpdate(job.practice(), id, calls);
            if (consultation.isEmpty() || !consultation.get().state().open()) {
                return Optional.<Instant>empty();
            }
            if (!store.expired(job.practice(), id)) {
                return Optional.of(clock.instant().plus(LOOK_AGAIN));
            }
            calls.close(job.practice(), consultation.get().call());
            audit.system(job.practice(), "consultation.expired", "consultation", id.value());
            events.publishEvent(new ConsultationExpired(job.practice(), id));
            return Optional.<Instant>empty();
        });
    }
}
