package uk.anteroom.consultation;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.anteroom.audit.Audit;
import uk.anteroom.call.Calls;
import uk.anteroom.kernel.JobName;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeJobs;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.practice.StaffId;

/**
 * Tells who asked for a text that it is their turn: nobody talks to their clinician, and nobody is before them. Runs after the commit that
 * may have made it so, since it locks another call than the one that ended. Named by the consultation that moved the queue.
 */
@Configuration
class TurnJob {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("patients-turn");

    private final ConsultationStore consultations;
    private final WaitingStore store;
    private final WaitingRoom waitingRoom;
    private final Calls calls;
    private final Audit audit;
    private final PracticeJobs jobs;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final PracticeTransactions transactions;

    TurnJob(
            ConsultationStore consultations,
            WaitingStore store,
            WaitingRoom waitingRoom,
            Calls calls,
            Audit audit,
            PracticeJobs jobs,
            Clock clock,
            ApplicationEventPublisher events,
            PracticeTransactions transactions) {
        this.consultations = consultations;
        this.store = store;
        this.waitingRoom = waitingRoom;
        this.calls = calls;
        this.audit = audit;
        this.jobs = jobs;
        this.clock = clock;
        this.events = events;
        this.transactions = transactions;
    }

    @Bean
    CustomTask<Void> patientsTurnTask() {
        return PracticeJobs.task(TASK, this::tell);
    }

    /** Looks after the commit whose turn it is with the clinician of this consultation. */
    void look(PracticeId practice, ConsultationId moved) {
        jobs.schedule(TASK, new JobName(practice, moved.value()), clock.instant());
    }

    Optional<Instant> tell(JobName job) {
        PracticeId practice = job.practice();
        transactions.in(
                practice,
                () -> consultations
                        .find(practice, new ConsultationId(job.subject()))
                        .map(Consultation::clinician)
                        .flatMap(clinician -> next(practice, clinician))
                        .ifPresent(next -> {
                            calls.hold(practice, next.call());
                            if (store.turn(practice, next.consultation())) {
                                audit.system(
                                        practice,
                                        "consultation.turn_told",
                                        "consultation",
                                        next.consultation().value());
                                events.publishEvent(new PatientsTurn(practice, next.consultation()));
                                events.publishEvent(new WaitingChanged(practice));
                            }
                        }));
        return Optional.empty();
    }

    /** The first in the queue of a clinician who talks to nobody, if it is somebody who wants to be told. */
    private Optional<Waiting> next(PracticeId practice, StaffId clinician) {
        if (store.running(practice, clinician).isPresent()) {
            return Optional.empty();
        }
        return waitingRoom.everybody(practice).stream()
                .filter(waiting -> waiting.clinician().equals(clinician))
                .filter(Waiting::queues)
                .findFirst()
                .filter(first -> first.wish() == Wish.TEXT && first.turnAt() == null);
    }
}
