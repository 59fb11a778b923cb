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
    private final LetterDesk desk;
    private final Carriers carriers;
    private final Clock clock;
    private final PracticeTransactions transactions;

    LetterJob(LetterStore store, LetterDesk desk, Carriers carriers, Clock clock, PracticeTransactions transactions) {
        this.store = store;
        this.desk = desk;
        this.carriers = carriers;
        this.clock = clock;
        this.transactions = transactions;
    }

    @Bean
    CustomTask<Void> letterTask() {
        return PracticeJobs.task(TASK, this::send);
    }

    /** Sends the letter if it still wants to be sent; answers when to come back, if at all. */
    Optional<Instant> send(JobName job) {
        LetterId id = new LetterId(job.subject());
        Optional<LetterDesk.Written> written = desk.take(job.practice(), id);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        Letter letter = written.get().outgoing().letter();
        Handover answer = handOver(job.practice(), written.get());
        Instant firstTry = Objects.requireNonNull(letter.firstTriedAt());
        return transactions.in(job.practice(), () -> switch (answer) {
            case Handover.Taken taken -> {
                store.sent(job.practice(), id);
                LOG.info("Letter {} handed over by {} at try {}", id, letter.channel(), letter.tries());
                yield Optional.<Instant>empty();
            }
            case Handover.Refused(Problem problem) -> {
                store.failed(job.practice(), id, problem);
                LOG.info("Letter {} refused: {}", id, problem);
                yield Optional.<Instant>empty();
            }
            case Handover.NotNow(Problem problem) -> again(job, letter, firstTry, problem, false);
            // Once more with the same reference, so that the far side can tell; after that it counts as sent.
            case Handover.Unclear unclear
            when letter.maybeTwice() -> {
                store.sent(job.practice(), id);
                LOG.warn("Letter {} may have been sent twice", id);
                yield Optional.<Instant>empty();
            }
            case Handover.Unclear unclear -> again(job, letter, firstTry, Problem.UNREACHABLE, true);
        });
    }

    /** A carrier that throws is tried again and given up like one that does not answer; thrown on, it would be tried for ever, unseen. */
    private Handover handOver(PracticeId practice, LetterDesk.Written written) {
        try {
            return carriers.handOver(practice, written);
        } catch (RuntimeException e) {
            LOG.error(
                    "Letter {}: its carrier failed", written.outgoing().letter().id(), e);
            return new Handover.NotNow(Problem.UNREACHABLE);
        }
    }

    private Optional<Instant> again(JobName job, Letter letter, Instant firstTry, Problem problem, boolean unclear) {
        Optional<Instant> next = RetrySchedule.next(letter.tries(), firstTry, clock.instant());
        if (next.isPresent()) {
            store.again(job.practice(), letter.id(), next.get(), problem, unclear);
            LOG.warn("Letter {} not handed over at try {}: {}", letter.id(), letter.tries(), problem);
        } else {
            store.failed(job.practice(), letter.id(), problem);
            LOG.error("Letter {} given up after {} tries: {}", letter.id(), letter.tries(), problem);
        }
        return next;
    }
}
