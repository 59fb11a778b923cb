package uk.anteroom.account;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.anteroom.audit.Audit;
import uk.anteroom.delivery.Letters;
import uk.anteroom.kernel.JobName;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeJobs;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.kernel.Secrets;

/** Looks up whom somebody meant who asked for a code, after they were answered, and sends it. */
@Configuration
class CodeJob {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("account-code");

    private static final String DIGITS = "0123456789";
    private static final int LENGTH = 6;

    private final CodeStore store;
    private final CodeRecipients recipients;
    private final Letters letters;
    private final Secrets secrets;
    private final Audit audit;
    private final PracticeTransactions transactions;

    CodeJob(
            CodeStore store,
            CodeRecipients recipients,
            Letters letters,
            Secrets secrets,
            Audit audit,
            PracticeTransactions transactions) {
        this.store = store;
        this.recipients = recipients;
        this.letters = letters;
        this.secrets = secrets;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Bean
    CustomTask<Void> accountCodeTask() {
        return PracticeJobs.task(TASK, this::look);
    }

    Optional<Instant> look(JobName job) {
        PracticeId practice = job.practice();
        UUID id = job.subject();
        transactions.in(
                practice,
                () -> store.asked(practice, id)
                        .ifPresent(asked -> recipients
                                .of(practice, asked)
                                .filter(found -> store.mayHaveAnother(
                                        practice, found.patient().id()))
                                .ifPresentOrElse(
                                        found -> send(practice, id, asked.purpose(), found),
                                        () -> store.nobodyMeant(practice, id))));
        return Optional.empty();
    }

    private void send(PracticeId practice, UUID id, CodePurpose purpose, CodeRecipients.Recipient found) {
        store.forgetOld(practice);
        store.meant(practice, id, found.patient().id(), secrets.of(DIGITS, LENGTH));
        letters.post(practice, found.to(), CodeLetters.OCCASION, id);
        found.told()
                .ifPresent(told -> letters.post(
                        practice,
                        told,
                        Notice.RECOVERY_ASKED.occasion(),
                        found.patient().id().value()));
        audit.system(
                practice,
                purpose == CodePurpose.REGISTRATION ? "account.code_sent" : "account.recovery_code_sent",
                "patient",
                found.patient().id().value());
    }
}
