package uk.anteroom.delivery;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.anteroom.kernel.JobName;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeJobs;
import uk.anteroom.kernel.PracticeTransactions;

/** Asks a carrier what became of a letter, for as long as it has not said so by itself: receipts get lost, and not everybody sends any. */
@Configuration
class ReceiptJob {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("receipt");

    /** Most text messages are there by then. */
    private static final Duration FIRST = Duration.ofSeconds(30);

    /** Providers try for that long. */
    private static final Duration LAST = Duration.ofHours(72);

    private final LetterStore store;
    private final Carriers carriers;
    private final Letters letters;
    private final PracticeJobs jobs;
    private final Clock clock;
    private final PracticeTransactions transactions;

    ReceiptJob(
            LetterStore store,
            Carriers carriers,
            Letters letters,
            PracticeJobs jobs,
            Clock clock,
            PracticeTransactions transactions) {
        this.store = store;
        this.carriers = carriers;
        this.letters = letters;
        this.jobs = jobs;
        this.clock = clock;
        this.transactions = transactions;
    }

    @Bean
    CustomTask<Void> receiptTask() {
        return PracticeJobs.task(TASK, this::look);
    }

    /** In the transaction that notes the letter as sent. */
    void follow(PracticeId practice, LetterId id, Carrier carrier) {
        if (carrier.canBeAsked()) {
            jobs.schedule(
                    TASK, new JobName(practice, id.value()), clock.instant().plus(FIRST));
        }
    }

    /** Answers when to ask again, if at all. */
    Optional<Instant> look(JobName job) {
        LetterId id = new LetterId(job.subject());
        Optional<LetterStore.UnderWay> letter =
                transactions.in(job.practice(), () -> store.underWay(job.practice(), id));
        Optional<Carrier> carrier = letter.flatMap(underWay -> carriers.named(underWay.channel(), underWay.carrier()));
        if (letter.isEmpty() || carrier.isEmpty()) {
            return Optional.empty();
        }
        Parcel.Reference reference = new Parcel.Reference(job.practice(), id);
        Whereabouts whereabouts = carriers.find(carrier.get(), reference);
        letters.receipt(reference, carrier.get().name(), whereabouts);
        return whereabouts instanceof Whereabouts.Arrived || whereabouts instanceof Whereabouts.WillNotArrive
                ? Optional.empty()
                : next(letter.get().sentAt(), clock.instant());
    }

    /** When twice as much time has passed as now: soon while somebody looks at the page, seldom when nobody does. */
    static Optional<Instant> next(Instant sentAt, Instant now) {
        Duration passed = Duration.between(sentAt, now);
        Duration gap = passed.compareTo(FIRST) < 0 ? FIRST : passed;
        return passed.compareTo(LAST) >= 0 ? Optional.empty() : Optional.of(now.plus(gap));
    }
}
