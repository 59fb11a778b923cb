package uk.anteroom.alert;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.anteroom.audit.Audit;
import uk.anteroom.delivery.Letters;
import uk.anteroom.kernel.JobName;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeJobs;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.practice.Staff;

/** Posts the email that tells a member of staff of what came in: at once, or with everything else of its kind when they were told a moment ago. */
@Configuration
class AlertJob {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("alert");

    /** Whoever reads one email and opens the inbox sees what came with it; a morning of requests must not be a flood. */
    static final Duration QUIET = Duration.ofMinutes(5);

    private final AlertStore store;
    private final Staff staff;
    private final Letters letters;
    private final Audit audit;
    private final Clock clock;
    private final PracticeTransactions transactions;

    AlertJob(
            AlertStore store,
            Staff staff,
            Letters letters,
            Audit audit,
            Clock clock,
            PracticeTransactions transactions) {
        this.store = store;
        this.staff = staff;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
    }

    @Bean
    CustomTask<Void> alertTask() {
        return PracticeJobs.task(TASK, this::look);
    }

    /** Answers when it is this one's turn; nothing once it was told. */
    Optional<Instant> look(JobName job) {
        PracticeId practice = job.practice();
        return transactions.in(
                practice,
                () -> store.waiting(practice, new AlertId(job.subject())).flatMap(alert -> {
                    if (!store.takeTurn(practice, alert, QUIET)) {
                        // whoever took it a moment ago may have told of this one, too
                        return store.waiting(practice, alert.id())
                                .map(left -> clock.instant().plus(store.untilTurn(practice, left, QUIET)));
                    }
                    store.tell(practice, alert);
                    staff.address(practice, alert.staff()).ifPresent(to -> {
                        letters.post(
                                practice, to, AlertLetters.OCCASION, alert.id().value());
                        audit.system(
                                practice,
                                "staff.alerted",
                                "staff",
                                alert.staff().value());
                    });
                    return Optional.<Instant>empty();
                }));
    }
}
