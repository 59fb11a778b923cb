package uk.anteroom.guard;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.call.Calls;
import uk.anteroom.consultation.CompletionCheck;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.loadedpatient.LoadedPatient;
import uk.anteroom.loadedpatient.LoadedPatientChanged;
import uk.anteroom.loadedpatient.LoadedPatients;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffMember;

/**
 * The wrong-patient guard: the patient loaded in the clinical system, the patient of the consultation and the identity that was confirmed must agree. The last two
 * agree by themselves, since only the consultation's patient can be confirmed and without that nothing is completed; this looks after the first.
 */
@Service
public class WrongPatientGuard implements CompletionCheck {

    /** The topic under which the page of a call hears that the clinical system went on to somebody else. */
    static final String TOPIC = "record";

    private final LoadedPatients loaded;
    private final SettledStore settled;
    private final Consultations consultations;
    private final Patients patients;
    private final Calls calls;
    private final Staff staff;
    private final Audit audit;
    private final PracticeTransactions transactions;

    WrongPatientGuard(
            LoadedPatients loaded,
            SettledStore settled,
            Consultations consultations,
            Patients patients,
            Calls calls,
            Staff staff,
            Audit audit,
            PracticeTransactions transactions) {
        this.loaded = loaded;
        this.settled = settled;
        this.consultations = consultations;
        this.patients = patients;
        this.calls = calls;
        this.staff = staff;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** What the clinical system of this member of staff has open, held against the consultation. */
    public RecordAgreement check(StaffMember by, Consultation consultation) {
        return transactions.in(by.practice(), () -> switch (loaded.of(by)) {
            case LoadedPatient.Nobody nobody -> new RecordAgreement.NobodyElse();
            case LoadedPatient.Unknown unknown -> new RecordAgreement.NobodyElse();
            case LoadedPatient.OnList open
            when open.patient().equals(consultation.patient()) -> new RecordAgreement.Same();
            case LoadedPatient.OnList open -> another(consultation, open.eventId(), find(by, open.patient()));
            case LoadedPatient.NotOnList open -> another(consultation, open.eventId(), null);
        });
    }

    /** In the commit that would complete it. */
    @Override
    public boolean mayComplete(StaffMember by, Consultation consultation) {
        boolean may = check(by, consultation).mayCode();
        if (!may) {
            audit.staff(
                    by,
                    "record_check.refused",
                    "consultation",
                    consultation.id().value());
        }
        return may;
    }

    /**
     * Somebody has looked at both and says that the consultation's patient is right, although another record is open. It counts for that other record only. False
     * if no other is open any more, or another than they saw.
     */
    public boolean settle(StaffMember by, Consultation consultation, String seen) {
        by.mustHoldConsultations();
        return transactions.in(by.practice(), () -> {
            boolean same = check(by, consultation) instanceof RecordAgreement.Another(String event, var other)
                    && event.equals(seen);
            if (same && settled.settle(by.practice(), consultation.id(), seen, by.id())) {
                audit.staff(
                        by,
                        "record_check.settled",
                        "consultation",
                        consultation.id().value());
            }
            return same;
        });
    }

    /** Whoever is in a call sees at once that the record beside it is another's. */
    @EventListener
    void on(LoadedPatientChanged event) {
        staff.find(event.practice(), event.staff())
                .ifPresent(by -> consultations.current(by).stream()
                        .filter(consultation -> consultation.clinician().equals(event.staff()))
                        .forEach(consultation -> calls.tell(event.practice(), consultation.call(), TOPIC)));
    }

    private RecordAgreement another(Consultation consultation, String event, @Nullable Patient other) {
        return settled.has(consultation.practice(), consultation.id(), event)
                ? new RecordAgreement.Settled()
                : new RecordAgreement.Another(event, other);
    }

    private @Nullable Patient find(StaffMember by, PatientId id) {
        return patients.find(by.practice(), id).orElse(null);
    }
}
