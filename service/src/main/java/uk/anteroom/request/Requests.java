package uk.anteroom.request;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.patient.Carer;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.StaffMember;

/** What patients have asked the practice for. */
@Service
public class Requests {

    private final RequestStore store;
    private final SenderStore senders;
    private final HistoryStore history;
    private final Patients patients;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final PracticeTransactions transactions;
    private final Clock clock;

    Requests(
            RequestStore store,
            SenderStore senders,
            HistoryStore history,
            Patients patients,
            Audit audit,
            ApplicationEventPublisher events,
            PracticeTransactions transactions,
            Clock clock) {
        this.store = store;
        this.senders = senders;
        this.history = history;
        this.patients = patients;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Takes a request in; one that has come before changes nothing. */
    public void receive(PracticeId practice, NewRequest request) {
        receive(practice, request, clock.instant());
    }

    /** As {@link #receive(PracticeId, NewRequest)}, for one that came at another time. */
    public void receive(PracticeId practice, NewRequest request, Instant received) {
        transactions.in(practice, () -> {
            if (!store.add(practice, request, received)) {
                return;
            }
            Sender sender = request.sender();
            if (sender != null) {
                senders.add(practice, request.id(), sender);
            }
            store.addWords(
                    practice, request.id(), SearchWords.of(names(practice, request), request.title(), request.body()));
            history.received(practice, request.id(), received);
            PatientId patient = request.patient();
            Carer carer = request.carer();
            if (patient == null) {
                audit.system(
                        practice, "request.received", "request", request.id().value());
            } else {
                audit.patient(
                        practice,
                        carer == null ? patient.value() : carer.id().value(),
                        "request.received",
                        "request",
                        request.id().value());
            }
            events.publishEvent(new RequestsChanged(practice));
            events.publishEvent(new RequestReceived(practice, request.id(), request.urgency()));
        });
    }

    /** Looks at one of a patient on the list, on behalf of staff; the look is audited. */
    public Optional<PatientRequest> look(StaffMember by, RequestId id) {
        by.mustInvite();
        return transactions.in(by.practice(), () -> {
            Optional<PatientRequest> found = store.find(by.practice(), id);
            audit.staff(by, found.isPresent() ? "request.viewed" : "request.not_found", "request", id.value());
            return found;
        });
    }

    /** Looks at one whose sender nobody has found on the list yet; the look is audited. */
    public Optional<LockedRequest> lookLocked(StaffMember by, RequestId id) {
        by.mustInvite();
        return transactions.in(by.practice(), () -> {
            Optional<LockedRequest> found = store.findLocked(by.practice(), id);
            found.ifPresent(request -> audit.staff(by, "request.viewed", "request", id.value()));
            return found;
        });
    }

    /** Whose one is and whether it is closed, without a look at what it says. */
    public Optional<RequestStanding> standing(StaffMember by, RequestId id) {
        by.mustInvite();
        return transactions.in(by.practice(), () -> store.standing(by.practice(), id));
    }

    /** Looks at one on behalf of the patient whose it is; another's is none. The look is audited. */
    public Optional<PatientRequest> look(RequestReader reader, RequestId id) {
        PracticeId practice = reader.practice();
        return transactions.in(practice, () -> {
            Optional<PatientRequest> found = store.find(practice, reader.patient(), id);
            String act = found.isPresent() ? "request.viewed" : "request.not_found";
            audit.patient(practice, reader.by().value(), act, "request", id.value());
            return found;
        });
    }

    /** Whether a reader may see what stands in one: the patient's own, unless somebody wrote it who may be somebody else. */
    public boolean showsWords(RequestReader reader, RequestId id) {
        return transactions.in(
                reader.practice(),
                () -> store.find(reader.practice(), reader.patient(), id)
                        .filter(request -> !request.fromStranger())
                        .isPresent());
    }

    /** All of one patient, newest first. */
    public List<PatientRequest> ofPatient(PracticeId practice, PatientId patient) {
        return transactions.in(practice, () -> store.ofPatient(practice, patient));
    }

    /** What happened to one, as it happened. */
    public List<RequestEvent> history(StaffMember by, RequestId id) {
        by.mustInvite();
        return transactions.in(by.practice(), () -> history.of(by.practice(), id));
    }

    /** Grows with everything that happens to requests of the practice. */
    public long lastChange(PracticeId practice) {
        return transactions.in(practice, () -> history.last(practice));
    }

    /**
     * Says which patient a locked request is of, which unlocks it. False if somebody had said so, or it is closed. Throws
     * {@link IllegalArgumentException} if nobody on the list has that id.
     */
    public boolean match(StaffMember by, RequestId id, PatientId patient) {
        by.mustInvite();
        return transactions.in(by.practice(), () -> {
            Patient found = patients.find(by.practice(), patient)
                    .orElseThrow(() -> new IllegalArgumentException("No patient " + patient));
            if (!store.match(by.practice(), id, patient)) {
                return false;
            }
            store.addWords(by.practice(), id, SearchWords.of(found.name()));
            history.add(by.practice(), id, RequestEvent.Kind.MATCHED, by.id());
            audit.staff(by, "request.matched", "request", id.value());
            events.publishEvent(new RequestsChanged(by.practice()));
            return true;
        });
    }

    private String names(PracticeId practice, NewRequest request) {
        PatientId patient = request.patient();
        Sender sender = request.sender();
        String listed = patient == null
                ? ""
                : patients.find(practice, patient).map(Patient::name).orElse("");
        return sender == null ? listed : listed + " " + sender.name();
    }
}
