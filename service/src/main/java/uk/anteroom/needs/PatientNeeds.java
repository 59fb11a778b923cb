package uk.anteroom.needs;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.StaffMember;

/** The needs of patients, as staff and the clinical system recorded them. */
@Service
public class PatientNeeds {

    private final NeedsStore store;
    private final Patients patients;
    private final Audit audit;
    private final PracticeTransactions transactions;

    PatientNeeds(NeedsStore store, Patients patients, Audit audit, PracticeTransactions transactions) {
        this.store = store;
        this.patients = patients;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** What is known of a patient's needs. */
    public Needs of(PracticeId practice, PatientId patient) {
        return transactions.in(practice, () -> store.find(practice, patient).orElse(Needs.NONE));
    }

    /** Somebody asked the patient, and writes down the answer. The same answer once more changes nothing. */
    public void record(StaffMember by, PatientId patient, Needs needs) {
        by.mustInvite();
        transactions.in(by.practice(), () -> {
            // a reading of the list holds the patient too: neither writes over what the other has just written
            PatientId held = patients.hold(by.practice(), patient).orElseThrow().id();
            if (!needs.equals(store.find(by.practice(), held).orElse(Needs.NONE))) {
                store.put(by.practice(), patient, needs, by.id());
                audit.staff(by, "patient.needs_recorded", "patient", patient.value());
            }
        });
    }

    /** Of whom the clinical system says something that is not known yet. Changes nothing. */
    public Set<PatientId> differing(PracticeId practice, Map<PatientId, ToldNeeds> told) {
        return transactions.in(practice, () -> changed(practice, told).keySet());
    }

    /**
     * Takes over what the clinical system says, and answers of whom that was something new. For patients whom the caller's transaction holds; of
     * what it does not speak stays as it is.
     */
    public Set<PatientId> tell(PracticeId practice, Map<PatientId, ToldNeeds> told) {
        return transactions.in(practice, () -> {
            Map<PatientId, Needs> changed = changed(practice, told);
            changed.forEach((patient, needs) -> store.put(practice, patient, needs, null));
            audit.system(
                    practice,
                    "patient.needs_changed_by_list",
                    "patient",
                    changed.keySet().stream().map(PatientId::value).toList());
            return changed.keySet();
        });
    }

    private Map<PatientId, Needs> changed(PracticeId practice, Map<PatientId, ToldNeeds> told) {
        if (told.isEmpty()) {
            return Map.of();
        }
        Map<PatientId, Needs> known = store.find(practice, told.keySet());
        Map<PatientId, Needs> changed = new HashMap<>();
        told.forEach((patient, said) -> {
            Needs before = known.getOrDefault(patient, Needs.NONE);
            Needs now = said.over(before);
            if (!now.equals(before)) {
                changed.put(patient, now);
            }
        });
        return changed;
    }
}
