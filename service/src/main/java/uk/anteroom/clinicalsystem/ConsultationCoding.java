package uk.anteroom.clinicalsystem;

import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.ConsultationCompleted;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.consultation.OutcomeTakenBack;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.practice.CodesTelephoneChanged;
import uk.anteroom.practice.Practices;

/** Codes a completed consultation in the clinical system. An unsuccessful one leaves no trace there. */
@Service
public class ConsultationCoding {

    static final String KIND = "consultation";

    private final RecordEntries entries;
    private final Consultations consultations;
    private final Practices practices;
    private final Audit audit;

    ConsultationCoding(RecordEntries entries, Consultations consultations, Practices practices, Audit audit) {
        this.entries = entries;
        this.consultations = consultations;
        this.practices = practices;
        this.audit = audit;
    }

    /** Stores the entry and the job that writes it, in the commit that stored the outcome. */
    @EventListener
    void on(ConsultationCompleted event) {
        Consultation consultation =
                consultations.find(event.practice(), event.consultation()).orElseThrow();
        entries.code(event.practice(), event.consultation(), codeFor(consultation));
    }

    @EventListener
    void on(OutcomeTakenBack event) {
        entries.takeBack(event.by(), event.consultation().value(), KIND);
    }

    @EventListener
    void on(CodesTelephoneChanged event) {
        audit.staff(
                event.by(),
                event.on() ? "practice.code_telephone_on" : "practice.code_telephone_off",
                "practice",
                event.by().practice().value());
    }

    /** What it is, or would be, coded with: by telephone only where the practice tells the two apart. */
    public SnomedCode codeFor(Consultation consultation) {
        return consultation.byPhone() && practices.get(consultation.practice()).codesTelephone()
                ? SnomedCode.TELEPHONE_CONSULTATION
                : SnomedCode.CONSULTATION_VIA_VIDEO_CONFERENCE;
    }

    /** What became of a consultation's code; empty if there is none to save. */
    public Optional<Entry> of(PracticeId practice, ConsultationId consultation) {
        return entries.find(practice, consultation.value());
    }
}
