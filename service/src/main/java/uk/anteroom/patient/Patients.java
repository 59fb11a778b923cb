package uk.anteroom.patient;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.practice.StaffMember;

/** The patients on a practice's list. */
@Service
public class Patients {

    private static final int LONGEST_SEARCH = 100;
    private static final int LAST_PAGE = 400;

    private final PatientStore store;
    private final Audit audit;
    private final Clock clock;
    private final PracticeTransactions transactions;

    Patients(PatientStore store, Audit audit, Clock clock, PracticeTransactions transactions) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * A page of the list, by family name: everybody, or those a name, date of birth or NHS number finds. Audited as one look at
     * the list.
     */
    public PatientsFound search(StaffMember by, String typed, int page) {
        String text = typed.length() > LONGEST_SEARCH ? typed.substring(0, LONGEST_SEARCH) : typed;
        int within = Math.clamp(page, 1, LAST_PAGE);
        PatientSearch search = PatientSearch.read(text, LocalDate.now(clock));
        return transactions.in(by.practice(), () -> {
            audit.staff(by, "patients.searched", "practice", by.practice().value());
            return store.search(by.practice(), search, within);
        });
    }

    /** Looks at a patient on behalf of staff; the look is audited in the same commit. */
    public Optional<Patient> look(StaffMember by, PatientId id) {
        return transactions.in(by.practice(), () -> {
            Optional<Patient> found = store.find(by.practice(), id);
            if (found.isPresent()) {
                audit.staff(by, "patient.viewed", "patient", id.value());
            } else {
                audit.staff(by, "patient.not_found", "patient", id.value());
            }
            return found;
        });
    }

    /** The patient, for rooms that act on their own audited business. */
    public Optional<Patient> find(PracticeId practice, PatientId id) {
        return transactions.in(practice, () -> store.find(practice, id));
    }

    /** Those patients, in no order, for rooms that act on their own audited business. */
    public List<Patient> find(PracticeId practice, Set<PatientId> ids) {
        return transactions.in(practice, () -> store.find(practice, ids));
    }

    /** The patient of that NHS number, for rooms that act on their own audited business. */
    public Optional<Patient> find(PracticeId practice, NhsNumber number) {
        return transactions.in(practice, () -> store.find(practice, number));
    }

    /** As {@link #find}, and the list cannot change them until the caller's transaction ends. */
    public Optional<Patient> hold(PracticeId practice, PatientId id) {
        return transactions.in(practice, () -> store.hold(practice, id));
    }
}
