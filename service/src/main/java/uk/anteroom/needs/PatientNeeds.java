package uk.anteroom.needs;

import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.StaffMember;

/** The needs of patients, as staff and the clinical system recorded them. */
@Service
public class PatientNeeds {

    private final NeedsStore store;
    private final Audit audit;
    private final PracticeTransactions transactions;

    PatientNeeds(NeedsStore store, Audit audit, PracticeTransactions transactions) {
        this.store = store;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** What is known of a patient's needs. */
    public Needs of(PracticeId practice, PatientId patient) {
        return transactions.in(practice, () -> store.find(practice, patient).orElse(Needs.NONE));
    }

    /** Somebody asked the patient, and writes down the answer. */
    public void record(StaffMember by, PatientId patient, Needs needs) {
        by.mustInvite();
        transactions.in(by.practice(), () -> {
            store.put(by.practice(), patient, needs, by.id());
            audit.staff(by, "patient.needs_recorded", "patient", patient.value());
        });
    }
}
