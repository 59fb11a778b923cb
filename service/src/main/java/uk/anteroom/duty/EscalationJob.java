package uk.anteroom.duty;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.PatientCheckedIn;
import uk.anteroom.consultation.WaitingRoom;
import uk.anteroom.delivery.Letters;
import uk.anteroom.kernel.JobName;
import uk.anteroom.kernel.PracticeJobs;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.practice.Staff;

/** Tells the staff on duty of a patient nobody looks after. Scheduled in the commit of the arrival. */
@Configuration
class EscalationJob {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("unattended");

    /** Somebody has the page open, or the patient is away for a moment: so long later it may be otherwise. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final DutyList duty;
    private final WaitingRoom waitingRoom;
    private final Staff staff;
    private final Letters letters;
    private final PracticeJobs jobs;
    private final Clock clock;
    private final PracticeTransactions transactions;

    EscalationJob(
            DutyList duty,
            WaitingRoom waitingRoom,
            Staff staff,
            Letters letters,
            PracticeJobs jobs,
            Clock clock,
            PracticeTransactions transactions) {
        this.duty = duty;
        this.waitingRoom = waitingRoom;
        this.staff = staff;
        this.letters = letters;
        this.jobs = jobs;
        this.clock = clock;
        this.transactions = transactions;
    }

    @Bean
    CustomTask<Void> unattendedTask() {
        return PracticeJobs.task(TASK, this::look);
    }

    @EventListener
    void on(PatientCheckedIn event) {
        Instant due = clock.instant().plus(duty.of(event.practice()).after());
        jobs.schedule(TASK, new JobName(event.practice(), event.consultation().value()), due);
    }

    /** Answers when to look again; nothing once they were told, or the wait is over. */
    Optional<Instant> look(JobName job) {
        ConsultationId id = new ConsultationId(job.subject());
        return transactions.in(job.practice(), () -> switch (waitingRoom.escalate(job.practice(), id)) {
            case OVER -> Optional.<Instant>empty();
            case NOT_NOW -> Optional.of(clock.instant().plus(LOOK_AGAIN));
            case ESCALATED -> {
                duty.of(job.practice()).staff().stream()
                        .flatMap(one -> staff.address(job.practice(), one).stream())
                        .forEach(to -> letters.post(job.practice(), to, UnattendedLetters.OCCASION, id.value()));
                yield Optional.<Instant>empty();
            }
        });
    }
}
