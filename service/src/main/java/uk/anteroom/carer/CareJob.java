package uk.anteroom.carer;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.anteroom.kernel.JobName;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeJobs;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.patient.ListMatch;

/** Looks up whom a carer means, after they were answered: neither the answer nor its time tells who is on the list. */
@Configuration
class CareJob {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("carer-access");

    private final CareStore store;
    private final ListMatch list;
    private final PracticeTransactions transactions;

    CareJob(CareStore store, ListMatch list, PracticeTransactions transactions) {
        this.store = store;
        this.list = list;
        this.transactions = transactions;
    }

    @Bean
    CustomTask<Void> carerAccessTask() {
        return PracticeJobs.task(TASK, this::look);
    }

    Optional<Instant> look(JobName job) {
        PracticeId practice = job.practice();
        CareId id = new CareId(job.subject());
        transactions.in(
                practice,
                () -> store.find(practice, id)
                        .flatMap(care -> list.find(practice, care.said().whom())
                                .filter(patient -> !patient.equals(care.carer())))
                        .ifPresent(patient -> store.meant(practice, id, patient)));
        return Optional.empty();
    }
}
