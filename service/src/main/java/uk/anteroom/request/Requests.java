package uk.anteroom.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.StaffMember;

/** What patients have asked the practice for. */
@Service
public class Requests {

    private final RequestStore store;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final PracticeTransactions transactions;

    Requests(RequestStore store, Audit audit, ApplicationEventPublisher events, PracticeTransactions transactions) {
        this.store = store;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
    }

    /** Takes a request in. */
    public void receive(PracticeId practice, PatientRequest request) {
        transactions.in(practice, () -> {
            store.add(practice, request);
            audit.patient(
                    practice,
                    request.patient().value(),
                    "request.received",
                    "request",
                    request.id().value());
            events.publishEvent(new RequestsChanged(practice));
        });
    }

    /** Those that are open: emergency and urgent first, then the oldest. */
    public List<PatientRequest> inbox(StaffMember by) {
        by.mustInvite();
        return transactions.in(by.practice(), () -> store.open(by.practice()));
    }

    /** How many are open. */
    public int count(StaffMember by) {
        return transactions.in(by.practice(), () -> store.countOpen(by.practice()));
    }

    /** Looks at one on behalf of staff; the look is audited. */
    public Optional<PatientRequest> look(StaffMember by, RequestId id) {
        by.mustInvite();
        return transactions.in(by.practice(), () -> {
            Optional<PatientRequest> found = store.find(by.practice(), id);
            audit.staff(by, found.isPresent() ? "request.viewed" : "request.not_found", "request", id.value());
            return found;
        });
    }

    /** All of one patient, newest first. */
    public List<PatientRequest> ofPatient(PracticeId practice, PatientId patient) {
        return transactions.in(practice, () -> store.ofPatient(practice, patient));
    }

    /** Opens one again that was completed at that moment or later. */
    public void reopen(StaffMember by, RequestId id, Instant since) {
        transactions.in(by.practice(), () -> {
            if (store.reopen(by.practice(), id, since)) {
                audit.staff(by, "request.reopened", "request", id.value());
            }
        });
    }

    /** Completes one; completing it twice changes nothing. */
    public void complete(StaffMember by, RequestId id) {
        transactions.in(by.practice(), () -> {
            if (store.complete(by.practice(), id, by.id())) {
                audit.staff(by, "request.completed", "request", id.value());
                events.publishEvent(new RequestsChanged(by.practice()));
            }
        });
    }
}
