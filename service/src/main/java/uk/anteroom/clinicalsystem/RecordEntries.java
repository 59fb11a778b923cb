package uk.anteroom.clinicalsystem;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.kernel.JobName;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeJobs;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.NotAllowed;
import uk.anteroom.practice.StaffMember;

/** What of ours stands in the record, or is on its way there. Each entry is a row and a job in the commit of its cause. */
@Service
public class RecordEntries {

    private final EntryStore store;
    private final PracticeJobs jobs;
    private final Clock clock;
    private final Audit audit;
    private final PracticeTransactions transactions;

    RecordEntries(EntryStore store, PracticeJobs jobs, Clock clock, Audit audit, PracticeTransactions transactions) {
        this.store = store;
        this.jobs = jobs;
        this.clock = clock;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Stores the code of a consultation and the job that writes it. */
    void code(PracticeId practice, ConsultationId consultation, SnomedCode code) {
        request(practice, consultation, ConsultationCoding.KIND, consultation.value(), code, null);
    }

    /** Files a document of a consultation, because somebody decided so. Of the same document once, however often it is asked. */
    public void file(StaffMember by, ConsultationId consultation, String kind, UUID document) {
        by.mustHoldConsultations();
        transactions.in(by.practice(), () -> {
            if (request(by.practice(), consultation, kind, document, null, by)) {
                audit.staff(by, "record_entry.requested", kind, document);
            }
        });
    }

    /** Files a document of a patient that belongs to no consultation; whoever decides so is answerable for it. Of the same document once. */
    public void file(StaffMember by, PatientId patient, String kind, UUID document) {
        by.mustInvite();
        transactions.in(by.practice(), () -> {
            if (store.request(by.practice(), patient, kind, document, by.id())) {
                jobs.schedule(EntryJob.WRITE, new JobName(by.practice(), document), clock.instant());
                audit.staff(by, "record_entry.requested", kind, document);
            }
        });
    }

    /** One entry; empty if nobody has asked for it. */
    public Optional<Entry> find(PracticeId practice, UUID subject) {
        return transactions.in(practice, () -> store.find(practice, subject));
    }

    /** All of a consultation, its code first. */
    public List<Entry> of(PracticeId practice, ConsultationId consultation) {
        return transactions.in(practice, () -> store.of(practice, consultation));
    }

    /** All of a patient that belong to no consultation. */
    public List<Entry> of(PracticeId practice, PatientId patient) {
        return transactions.in(practice, () -> store.of(practice, patient));
    }

    /** Takes one back: it is withdrawn if it never left, else the record will say that it was entered in error. */
    void takeBack(StaffMember by, UUID subject, String kind) {
        store.takeBack(by.practice(), subject, by.id()).ifPresent(state -> {
            audit.staff(by, "record_entry.taken_back", kind, subject);
            if (state == Entry.State.RETRACTING) {
                jobs.schedule(EntryJob.RETRACT, new JobName(by.practice(), subject), clock.instant());
            }
        });
    }

    /** What could not be saved by itself, the longest overdue first: somebody must do it by hand. */
    public List<Entry> forHand(StaffMember by) {
        mustDoByHand(by);
        return transactions.in(by.practice(), () -> store.failed(by.practice()));
    }

    /** How many there are. */
    public int countForHand(StaffMember by) {
        return transactions.in(by.practice(), () -> store.countFailed(by.practice()));
    }

    /** Somebody has done by hand what could not be saved. */
    public void doneByHand(StaffMember by, UUID subject) {
        mustDoByHand(by);
        transactions.in(by.practice(), () -> {
            Optional<Entry> entry = store.find(by.practice(), subject);
            if (entry.isPresent() && store.byHand(by.practice(), subject)) {
                audit.staff(by, "record_entry.by_hand", entry.get().kind(), subject);
            }
        });
    }

    private boolean request(
            PracticeId practice,
            ConsultationId consultation,
            String kind,
            UUID subject,
            @Nullable SnomedCode code,
            @Nullable StaffMember by) {
        boolean first = store.request(practice, consultation, kind, subject, code, by == null ? null : by.id());
        if (first) {
            jobs.schedule(EntryJob.WRITE, new JobName(practice, subject), clock.instant());
        }
        return first;
    }

    private static void mustDoByHand(StaffMember by) {
        if (!by.mayHoldConsultations() && !by.mayManage()) {
            throw new NotAllowed();
        }
    }
}
