package uk.anteroom.delivery;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.anteroom.kernel.JobName;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeJobs;
import uk.anteroom.kernel.PracticeTransactions;

/** Sends one letter. The row says what is to be done and what was; the scheduler only wakes. */
@Configuration
class LetterJob {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("letter");

    private static final Logger LOG = LoggerFactory.getLogger(LetterJob.class);

    private final LetterStore store;
    private final Doubts doubts;
    private final Round round;
    private final Clock clock;
    private final PracticeTransactions transactions;

    LetterJob(LetterStore store, Doubts doubts, Round round, Clock clock, PracticeTransactions transactions) {
        this.store = store;
        this.doubts = doubts;
        this.round = round;
        this.clock = clock;
        this.transactions = transactions;
    }

    @Bean
    CustomTask<Void> letterTask() {
        return PracticeJobs.task(TASK, this::send);
    }

    /** Sends the letter if it still wants to be sent; answers when to come back, if at all. */
    Optional<Instant> send(JobName job) {
        PracticeId practice = job.practice();
        LetterId id = new LetterId(job.subject());
        Optional<LetterStore.Waiting> waiting = transactions.in(practice, () -> store.waiting(practice, id));
        if (waiting.isEmpty() || doubts.settled(practice, id, waiting.get())) {
            return Optional.empty();
        }
        return round.walk(practice, id, waiting.get().channel()).flatMap(problem -> again(practice, id, problem));
    }

    private Optional<Instant> again(PracticeId practice, LetterId id, Problem problem) {
        return transactions.in(
                practice,
                () -> store.waiting(practice, id).flatMap(now -> {
                    Optional<Instant> next = RetrySchedule.next(
                            now.rounds() + 1, Objects.requireNonNull(now.firstTriedAt()), clock.instant());
                    if (next.isPresent()) {
                        store.again(practice, id, next.get(), problem);
                    } else {
                        store.failed(practice, id, now.doubt() == null ? problem : Problem.UNCLEAR);
                        LOG.error("Letter {} given up: {}", id, problem);
                    }
                    return next;
                }));
    }
}
