package uk.anteroom.clinicalsystem;

import java.time.Clock;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.consultation.ConsultationCompleted;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.kernel.JobName;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeJobs;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.practice.StaffMember;

/** Codes a completed consultation in the clinical system. An unsuccessful one leaves no trace there. */
@Service
public class ConsultationCoding {

    private final CodedEntryStore store;
    private final PracticeJobs jobs;
    private final Clock clock;
    private final Audit audit;
    private final PracticeTransactions transactions;

    ConsultationCoding(
            CodedEntryStore store, PracticeJobs jobs, Clock clock, Audit audit, PracticeTransactions transactions) {
        this.store = store;
        this.jobs = jobs;
        this.clock = clock;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Stores the entry and the job that writes it, in the commit that stored the outcome. */
    @EventListener
    void on(ConsultationCompleted event) {
        store.request(event.practice(), event.consultation(), SnomedCode.CONSULTATION_VIA_VIDEO_CONFERENCE);
        jobs.schedule(
                CodingJob.TASK,
                new JobName(event.practice(), event.consultation().value()),
                clock.instant());
    }

    /** What became of a consultation's code; empty if there is none to save. */
    public Optional<CodedEntry> of(PracticeId practice, ConsultationId consultation) {
        return transactions.in(practice, () -> store.find(practice, consultation));
    }

    /** Somebody has coded by hand what could not be saved. */
    public void codedByHand(StaffMember by, ConsultationId consultation) {
        by.mustHoldConsultations();
        transactions.in(by.practice(), () -> {
            if (store.byHand(by.practice(), consultation)) {
                audit.staff(by, "coding.by_hand", "consultation", consultation.value());
            }
        });
    }
}
