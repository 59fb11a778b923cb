package uk.anteroom.consultation;

import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.call.CallPass;
import uk.anteroom.call.Calls;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.practice.StaffMember;

/** Who comes to a consultation, is let in, goes, and comes back. */
@Service
public class Attendance {

    private final ConsultationStore store;
    private final Calls calls;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final PracticeTransactions transactions;

    Attendance(
            ConsultationStore store,
            Calls calls,
            Audit audit,
            ApplicationEventPublisher events,
            PracticeTransactions transactions) {
        this.store = store;
        this.calls = calls;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
    }

    /** Somebody has shown that they are the patient. */
    public void identityConfirmed(PracticeId practice, ConsultationId id, IdentityProof by) {
        transactions.in(practice, () -> {
            store.identityConfirmed(practice, id, by);
            audit.system(practice, "consultation.identity_confirmed", "consultation", id.value());
        });
    }

    /** Who came may be the wrong person: nobody is let in before somebody shows again that they are the patient. */
    public void identityDoubted(StaffMember by, ConsultationId id) {
        transactions.in(by.practice(), () -> {
            store.identityDoubted(by.practice(), id);
            audit.staff(by, "consultation.identity_doubted", "consultation", id.value());
        });
    }

    /** A pass to the patient's seat; empty if the consultation is over. */
    public Optional<CallPass> patientPass(PracticeId practice, ConsultationId id) {
        return transactions.in(
                practice,
                () -> store.find(practice, id)
                        .filter(Consultation::reachable)
                        .map(consultation -> calls.pass(practice, consultation.patientSeat())));
    }

    /** Tells the pages of the consultation's call that there is something new, as {@link Calls#tell} does. */
    public void tell(PracticeId practice, ConsultationId id, String topic) {
        transactions.in(
                practice,
                () -> store.find(practice, id)
                        .ifPresent(consultation -> calls.tell(practice, consultation.call(), topic)));
    }

    /** A pass to the clinician's seat for the one who holds the consultation; empty for others, and if it is over. */
    public Optional<CallPass> clinicianPass(StaffMember by, ConsultationId id) {
        by.mustHoldConsultations();
        return transactions.in(
                by.practice(),
                () -> store.find(by.practice(), id)
                        .filter(Consultation::reachable)
                        .filter(consultation -> consultation.clinician().equals(by.id()))
                        .map(consultation -> calls.pass(by.practice(), consultation.clinicianSeat())));
    }

    /** Makes it this clinician's consultation. The one who had it is told at once and can do nothing there any more. */
    public void takeOver(StaffMember by, ConsultationId id) {
        by.mustHoldConsultations();
        held(by, id, consultation -> {});
    }

    /** Lets the patient in. */
    public void admit(StaffMember by, ConsultationId id) {
        by.mustHoldConsultations();
        held(
                by,
                id,
                consultation -> calls.admit(
                        by.practice(), consultation.call(), consultation.patientSeat(), consultation.clinicianSeat()));
    }

    /** Stops it for both. Stopping it twice changes nothing. */
    public void end(StaffMember by, ConsultationId id) {
        by.mustHoldConsultations();
        held(by, id, consultation -> calls.end(by.practice(), consultation.call(), consultation.clinicianSeat()));
    }

    /** Reopens one that has ended; possible until an outcome is recorded. False if it is too late. */
    public boolean backToTheCall(StaffMember by, ConsultationId id) {
        by.mustHoldConsultations();
        return transactions.in(by.practice(), () -> {
            Optional<Consultation> ended = store.findForUpdate(by.practice(), id, calls)
                    .filter(consultation ->
                            consultation.state() == ConsultationState.ENDED && consultation.outcome() == null)
                    // the patient may have been invited anew meanwhile
                    .filter(consultation ->
                            store.openOf(by.practice(), consultation.patient()).isEmpty());
            ended.ifPresent(consultation -> {
                take(by, consultation);
                store.reopened(by.practice(), id);
                calls.reopen(by.practice(), consultation.call());
                audit.staff(by, "consultation.reopened", "consultation", id.value());
            });
            return ended.isPresent();
        });
    }

    private void held(StaffMember by, ConsultationId id, Consumer<Consultation> act) {
        transactions.in(by.practice(), () -> {
            Consultation consultation = store.findForUpdate(by.practice(), id, calls)
                    .filter(Consultation::reachable)
                    .orElseThrow(() -> new NotReachable());
            take(by, consultation);
            act.accept(consultation);
        });
    }

    private void take(StaffMember by, Consultation consultation) {
        if (store.heldBy(by.practice(), consultation.id(), by.id())) {
            calls.vacate(by.practice(), consultation.call(), consultation.clinicianSeat());
            audit.staff(
                    by,
                    "consultation.taken_over",
                    "consultation",
                    consultation.id().value());
            events.publishEvent(new WaitingChanged(by.practice()));
        }
    }
}
