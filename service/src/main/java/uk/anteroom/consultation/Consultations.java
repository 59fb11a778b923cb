package uk.anteroom.consultation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.call.CallId;
import uk.anteroom.call.Calls;
import uk.anteroom.call.ParticipantRole;
import uk.anteroom.kernel.JobName;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeJobs;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.Practices;
import uk.anteroom.practice.StaffId;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.RequestId;

/** Consultations by video: opening and finding them. What happens in one is told in {@link Attendance} and {@link Outcomes}. */
@Service
public class Consultations {

    private final ConsultationStore store;
    private final Calls calls;
    private final Practices practices;
    private final Audit audit;
    private final PracticeJobs jobs;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final PracticeTransactions transactions;

    Consultations(
            ConsultationStore store,
            Calls calls,
            Practices practices,
            Audit audit,
            PracticeJobs jobs,
            Clock clock,
            ApplicationEventPublisher events,
            PracticeTransactions transactions) {
        this.store = store;
        this.calls = calls;
        this.practices = practices;
        this.audit = audit;
        this.jobs = jobs;
        this.clock = clock;
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * The open consultation of a patient, or a new one. There is at most one: of two who open at once the second gets what the
     * first one opened.
     */
    public Consultation openFor(StaffMember by, PatientId patient, StaffId clinician, @Nullable RequestId request) {
        by.mustInvite();
        return transactions.in(by.practice(), () -> {
            Consultation consultation =
                    store.openOf(by.practice(), patient).orElseGet(() -> open(by, patient, clinician, request));
            if (request != null && consultation.request() == null) {
                store.answers(by.practice(), consultation.id(), request);
            }
            prolong(by.practice(), consultation.id());
            return consultation;
        });
    }

    /** Keeps one open for as long as a link that is sent now. */
    public void prolong(PracticeId practice, ConsultationId id) {
        transactions.in(
                practice,
                () -> jobs.move(
                        ExpiryJob.TASK,
                        new JobName(practice, id.value()),
                        clock.instant().plus(practices.get(practice).linkLife())));
    }

    private Consultation open(StaffMember by, PatientId patient, StaffId clinician, @Nullable RequestId request) {
        PracticeId practice = by.practice();
        ConsultationId id = new ConsultationId(UUID.randomUUID());
        CallId call = calls.open(practice, practices.alwaysRelay(practice));
        boolean first = store.add(
                practice,
                id,
                patient,
                request,
                clinician,
                call,
                calls.seat(practice, call, ParticipantRole.CLINICIAN),
                calls.seat(practice, call, ParticipantRole.PATIENT),
                by.id());
        if (!first) {
            calls.close(practice, call);
            return store.openOf(practice, patient)
                    .orElseThrow(() ->
                            new IllegalStateException("The patient's consultation was opened and closed at once"));
        }
        audit.staff(by, "consultation.opened", "consultation", id.value());
        return store.find(practice, id).orElseThrow();
    }

    /** Looks at one on behalf of staff; the look is audited. */
    public Optional<Consultation> look(StaffMember by, ConsultationId id) {
        by.mustInvite();
        return transactions.in(by.practice(), () -> {
            Optional<Consultation> found = store.find(by.practice(), id);
            audit.staff(
                    by,
                    found.isPresent() ? "consultation.viewed" : "consultation.not_found",
                    "consultation",
                    id.value());
            return found;
        });
    }

    /** Looks at one on behalf of the patient whose it is; another's is none. The look is audited. */
    public Optional<Consultation> look(PracticeId practice, PatientId patient, ConsultationId id) {
        return transactions.in(practice, () -> {
            Optional<Consultation> found = store.find(practice, patient, id);
            String act = found.isPresent() ? "consultation.viewed" : "consultation.not_found";
            audit.patient(practice, patient.value(), act, "consultation", id.value());
            return found;
        });
    }

    /** The consultation, for rooms that act on their own audited business. */
    public Optional<Consultation> find(PracticeId practice, ConsultationId id) {
        return transactions.in(practice, () -> store.find(practice, id));
    }

    /** As {@link #find}, and keeps everybody else from changing it or its call until the caller's transaction ends. */
    public Optional<Consultation> hold(PracticeId practice, ConsultationId id) {
        return transactions.in(practice, () -> store.findForUpdate(practice, id, calls));
    }

    /** All of a patient, newest first. */
    public List<Consultation> ofPatient(PracticeId practice, PatientId patient) {
        return transactions.in(practice, () -> store.ofPatient(practice, patient));
    }

    /** Those of the practice that need somebody, most pressing first; at the top those that ended without an outcome. */
    public List<Consultation> current(StaffMember by) {
        return transactions.in(by.practice(), () -> store.current(by.practice()));
    }

    /** Withdraws it before it took place; does nothing to one that is live or over. */
    public void cancel(StaffMember by, ConsultationId id) {
        by.mustInvite();
        transactions.in(by.practice(), () -> {
            if (cancelled(by.practice(), id)) {
                audit.staff(by, "consultation.cancelled", "consultation", id.value());
            }
        });
    }

    /** The same where nobody pressed anything. */
    public void cancel(PracticeId practice, ConsultationId id) {
        transactions.in(practice, () -> {
            if (cancelled(practice, id)) {
                audit.system(practice, "consultation.cancelled", "consultation", id.value());
            }
        });
    }

    private boolean cancelled(PracticeId practice, ConsultationId id) {
        Optional<Consultation> held = store.findForUpdate(practice, id, calls);
        if (held.isEmpty() || !store.cancelled(practice, id)) {
            return false;
        }
        calls.close(practice, held.get().call());
        events.publishEvent(new ConsultationCancelled(practice, id));
        return true;
    }
}
