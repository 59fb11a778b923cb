package uk.anteroom.kernel;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Jobs on behalf of one practice. A job is stored in the transaction of whatever caused it and runs after its commit, at least once,
 * also when the process dies in between.
 */
@Component
public class PracticeJobs {

    /** After the first fault of our own; longer after each further one, so that a job that cannot work does not keep the others waiting. */
    private static final Duration AFTER_FAULT = Duration.ofSeconds(10);

    // The scheduler needs all tasks before it exists, and tasks belong to rooms that schedule jobs.
    private final ObjectProvider<SchedulerClient> scheduler;

    PracticeJobs(ObjectProvider<SchedulerClient> scheduler) {
        this.scheduler = scheduler;
    }

    /** Describes the task of a room: its work answers when to come back, or nothing if the job is done. */
    public static CustomTask<Void> task(TaskDescriptor<Void> task, Function<JobName, Optional<Instant>> work) {
        return Tasks.custom(task)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(AFTER_FAULT, 1.5))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    Optional<Instant> again = work.apply(JobName.of(instance.getId()));
                    return (complete, operations) -> {
                        if (again.isPresent()) {
                            operations.reschedule(complete, again.get());
                        } else {
                            operations.remove();
                        }
                    };
                });
    }

    /** Schedules a job with the caller's transaction; does nothing if it is scheduled already. */
    public void schedule(TaskDescriptor<Void> task, JobName name, Instant at) {
        scheduler.getObject().scheduleIfNotExists(task.instance(name.toString()).build(), at);
    }

    /** Schedules a job, or moves it to another time if it is scheduled already. */
    public void move(TaskDescriptor<Void> task, JobName name, Instant at) {
        if (!scheduler
                .getObject()
                .scheduleIfNotExists(task.instance(name.toString()).build(), at)) {
            scheduler.getObject().reschedule(task.instanceId(name.toString()), at);
        }
    }
}
