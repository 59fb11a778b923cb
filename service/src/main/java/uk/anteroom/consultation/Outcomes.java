package uk.anteroom.consultation;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.call.Calls;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.Closings;

/** How consultations went. Exactly one outcome each; the first wins. */
@Service
public class Outcomes {

    private final ConsultationStore store;
    private final Calls calls;
    private final Closings closings;
    private final Audit audit;
    private final OutcomeSettings settings;
    // asked late: whoever checks knows consultations
    private final ObjectProvider<CompletionCheck> checks;
    private final ApplicationEventPublisher events;
    private final PracticeTransactions transactions;

    Outcomes(
            ConsultationStore store,
            Calls calls,
            Closings closings,
            Audit audit,
            OutcomeSettings settings,
            ObjectProvider<CompletionCheck> checks,
            ApplicationEventPublisher events,
            PracticeTransactions transactions) {
        this.store = store;
        this.calls = calls;
        this.closings = closings;
        this.audit = audit;
        this.settings = settings;
        this.checks = checks;
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * Records how it went. With {@code COMPLETED} the request it came from is completed and whoever listens to {@link ConsultationCompleted} has it
     * coded, all in this commit.
     */
    public Decision decide(StaffMember by, ConsultationId id, Outcome outcome, @Nullable UnsuccessfulReason reason) {
        by.mustHoldConsultations();
        return transactions.in(by.practice(), () -> {
            Optional<Consultation> found = store.findForUpdate(by.practice(), id, calls);
            if (found.isEmpty()) {
                throw new NotReachable();
            }
            Consultation consultation = found.get();
            if (consultation.outcome() != null) {
                return afterwards(consultation.outcome(), outcome);
            }
            if (consultation.state() != ConsultationState.ENDED) {
                return new Decision.NotEnded();
            }
            if (outcome == Outcome.COMPLETED && !consultation.mayBeCompleted()) {
                return new Decision.NeverTookPlace();
            }
            if (outcome == Outcome.COMPLETED
                    && !checks.stream().allMatch(check -> check.mayComplete(by, consultation))) {
                return new Decision.WrongPatientOpen();
            }
            record(by, consultation, outcome, reason);
            return new Decision.Recorded(outcomeOf(by, id));
        });
    }

    /** Adds why it was unsuccessful, once that is recorded. */
    public void explain(StaffMember by, ConsultationId id, UnsuccessfulReason reason) {
        by.mustHoldConsultations();
        transactions.in(by.practice(), () -> {
            store.reason(by.practice(), id, reason);
            audit.staff(by, "consultation.reason_given", "consultation", id.value());
        });
    }

    /** Until when a completed consultation can be taken back; empty if it cannot, or was. */
    public Optional<Instant> undoUntil(RecordedOutcome outcome) {
        return Optional.of(outcome)
                .filter(one -> one.outcome() == Outcome.COMPLETED && one.takenBackAt() == null)
                .map(one -> one.at().plus(settings.undoFor()));
    }

    /**
     * Takes a completed consultation back that was completed in error: whoever listens to {@link OutcomeTakenBack} has the code marked as such, and the
     * request it completed is open again. False if it is too late, or there is nothing to take back.
     */
    public boolean takeBack(StaffMember by, ConsultationId id) {
        by.mustHoldConsultations();
        return transactions.in(by.practice(), () -> {
            Consultation consultation =
                    store.findForUpdate(by.practice(), id, calls).orElseThrow(NotReachable::new);
            if (!store.takeBack(by.practice(), id, by.id(), settings.undoFor())) {
                return false;
            }
            audit.staff(by, "consultation.taken_back", "consultation", id.value());
            RecordedOutcome outcome = consultation.outcome();
            if (consultation.request() != null && outcome != null) {
                closings.reopen(by, consultation.request(), outcome.at());
            }
            events.publishEvent(new OutcomeTakenBack(by, id));
            return true;
        });
    }

    private void record(
            StaffMember by, Consultation consultation, Outcome outcome, @Nullable UnsuccessfulReason reason) {
        ConsultationId id = consultation.id();
        if (!store.decide(by.practice(), id, outcome, reason, by.id())) {
            throw new IllegalStateException("An outcome appeared although the consultation was locked");
        }
        calls.close(by.practice(), consultation.call());
        if (outcome == Outcome.COMPLETED) {
            if (consultation.request() != null) {
                closings.complete(by, consultation.request());
            }
            audit.staff(by, "consultation.completed", "consultation", id.value());
            events.publishEvent(new ConsultationCompleted(by.practice(), id));
        } else {
            audit.staff(by, "consultation.unsuccessful", "consultation", id.value());
            events.publishEvent(new ConsultationUnsuccessful(by.practice(), id));
        }
    }

    private RecordedOutcome outcomeOf(StaffMember by, ConsultationId id) {
        return store.find(by.practice(), id)
                .map(Consultation::outcome)
                .orElseThrow(() -> new IllegalStateException("The outcome was not stored"));
    }

    private static Decision afterwards(RecordedOutcome standing, Outcome wanted) {
        return standing.outcome() == wanted ? new Decision.Recorded(standing) : new Decision.AlreadyDecided(standing);
    }
}
