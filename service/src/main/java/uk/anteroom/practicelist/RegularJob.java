package uk.anteroom.practicelist;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.anteroom.kernel.JobName;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeJobs;
import uk.anteroom.kernel.PracticeTransactions;

/** Begins readings of a practice's list at their times: what has changed, and once a night everything. Named by the practice. */
@Configuration
class RegularJob {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("list-regularly");

    private final ListStateStore state;
    private final ReadingStart start;
    private final ListSettings settings;
    private final Clock clock;
    private final PracticeTransactions transactions;

    RegularJob(
            ListStateStore state,
            ReadingStart start,
            ListSettings settings,
            Clock clock,
            PracticeTransactions transactions) {
        this.state = state;
        this.start = start;
        this.settings = settings;
        this.clock = clock;
        this.transactions = transactions;
    }

    @Bean
    CustomTask<Void> listRegularlyTask() {
        return PracticeJobs.task(TASK, this::look);
    }

    /** Begins a reading if none is running; answers when to look again, or nothing once it was switched off. */
    Optional<Instant> look(JobName job) {
        PracticeId practice = job.practice();
        return transactions.in(practice, () -> {
            ListState now = state.of(practice);
            if (!now.regularly()) {
                return Optional.<Instant>empty();
            }
            start.begin(practice, kind(now, practice), false, null);
            return Optional.of(clock.instant().plus(settings.every()));
        });
    }

    private ListReading.Kind kind(ListState now, PracticeId practice) {
        boolean whole = now.readUpTo() == null
                || now.fullReadAt() == null
                || now.fullReadAt().isBefore(lastNight(practice));
        return whole ? ListReading.Kind.FULL : ListReading.Kind.NEWER;
    }

    /** When the last night's reading was due; every practice a little later than another, so that they do not all come at once. */
    private Instant lastNight(PracticeId practice) {
        ZonedDateTime now = clock.instant().atZone(clock.getZone());
        Duration later = Duration.ofMinutes(Math.floorMod(practice.value().hashCode(), 120));
        ZonedDateTime due = now.with(settings.nightlyAt()).plus(later);
        return (due.isAfter(now) ? due.minusDays(1) : due).toInstant();
    }
}
