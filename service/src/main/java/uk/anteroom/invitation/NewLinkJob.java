package uk.anteroom.invitation;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.anteroom.audit.Audit;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.delivery.Letters;
import uk.anteroom.kernel.JobName;
import uk.anteroom.kernel.Limit;
import uk.anteroom.kernel.Limits;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeJobs;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.kernel.Secrets;
import uk.anteroom.practice.Practice;
import uk.anteroom.practice.Practices;

/**
 * Answers somebody who asked for a new link: by itself while the consultation is open, else with a line for the staff. Named by half of
 * the link's digest, which is the same work for a link that never was.
 */
@Configuration
class NewLinkJob {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("new-link");

    /** Whoever got two and still has none needs a telephone call. */
    private static final int BY_THEMSELVES = 2;

    private final NewLinkStore store;
    private final InvitationStore invitations;
    private final Consultations consultations;
    private final Practices practices;
    private final Letters letters;
    private final Limits limits;
    private final Secrets secrets;
    private final Audit audit;
    private final PracticeTransactions transactions;

    NewLinkJob(
            NewLinkStore store,
            InvitationStore invitations,
            Consultations consultations,
            Practices practices,
            Letters letters,
            Limits limits,
            Secrets secrets,
            Audit audit,
            PracticeTransactions transactions) {
        this.store = store;
        this.invitations = invitations;
        this.consultations = consultations;
        this.practices = practices;
        this.letters = letters;
        this.limits = limits;
        this.secrets = secrets;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Bean
    CustomTask<Void> newLinkTask() {
        return PracticeJobs.task(TASK, this::answer);
    }

    Optional<Instant> answer(JobName job) {
        transactions.in(
                job.practice(),
                () -> invitations
                        .named(job.practice(), job.subject())
                        .ifPresent(found -> answer(job.practice(), found)));
        return Optional.empty();
    }

    private void answer(PracticeId practice, Invitation askedWith) {
        // two links to one consultation wait for each other here, and are read after
        Consultation consultation =
                consultations.hold(practice, askedWith.consultation()).orElseThrow();
        Invitation invitation = invitations.find(practice, askedWith.id()).orElseThrow();
        audit.patient(
                practice,
                invitation.id().value(),
                "new_link.asked_for",
                "invitation",
                invitation.id().value());
        why(consultation, invitation)
                .ifPresentOrElse(
                        why -> store.line(consultation, invitation.id(), why), () -> send(consultation, invitation));
    }

    private Optional<NewLink.Why> why(Consultation consultation, Invitation invitation) {
        if (invitation.lockedAt() != null || invitation.attemptsLeft() == 0) {
            return Optional.of(NewLink.Why.LOCKED);
        }
        if (invitation.withdrawnAt() != null) {
            return Optional.of(NewLink.Why.WITHDRAWN);
        }
        if (!consultation.state().open()) {
            return Optional.of(NewLink.Why.OVER);
        }
        boolean enough = store.sent(consultation.practice(), consultation.id()) >= BY_THEMSELVES
                || !withinLimits(consultation, invitation);
        return enough ? Optional.of(NewLink.Why.ENOUGH) : Optional.empty();
    }

    private boolean withinLimits(Consultation consultation, Invitation invitation) {
        return limits.take(Limit.INVITATIONS_TO_PATIENT, consultation.practice() + "/" + consultation.patient())
                && (!(invitation.to() instanceof MobileNumber(String number))
                        || limits.take(Limit.SMS_TO_NUMBER, number));
    }

    private void send(Consultation consultation, Invitation invitation) {
        Practice practice = practices.get(consultation.practice());
        InvitationId renewed = new InvitationId(UUID.randomUUID());
        invitations.renew(invitation, renewed, LinkToken.draw(practice.publicCode(), secrets), practice.linkLife());
        consultations.prolong(practice.id(), consultation.id());
        letters.post(practice.id(), invitation.to(), InvitationLetters.OCCASION, renewed.value());
        store.sent(consultation, invitation.id(), renewed);
        audit.system(practice.id(), "invitation.renewed", "invitation", renewed.value());
    }
}
