package uk.anteroom.audit;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.practice.StaffId;
import uk.anteroom.practice.StaffMember;

/**
 * Writes down who did what to which record, in the commit that did it. Ids only: an entry names nobody. An act is a room's
 * word in the past tense, such as {@code patient.viewed}.
 */
@Service
public class Audit {

    private final AuditStore store;
    private final PracticeTransactions transactions;

    Audit(AuditStore store, PracticeTransactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    /** A member of staff did it. */
    public void staff(StaffMember by, String act, String subjectKind, UUID subject) {
        transactions.in(
                by.practice(), () -> store.add(by.practice(), "STAFF", by.id().value(), act, subjectKind, subject));
    }

    /** As {@link #staff(StaffMember, String, String, UUID)}, where only their id is known. */
    public void staff(PracticeId practice, StaffId by, String act, String subjectKind, UUID subject) {
        transactions.in(practice, () -> store.add(practice, "STAFF", by.value(), act, subjectKind, subject));
    }

    /** A patient did it, known by their id or by the invitation they hold. */
    public void patient(PracticeId practice, UUID by, String act, String subjectKind, UUID subject) {
        transactions.in(practice, () -> store.add(practice, "PATIENT", by, act, subjectKind, subject));
    }

    /** Nobody pressed anything: a job or a deadline did it. */
    public void system(PracticeId practice, String act, String subjectKind, UUID subject) {
        transactions.in(practice, () -> store.add(practice, "SYSTEM", null, act, subjectKind, subject));
    }

    /** As {@link #system(PracticeId, String, String, UUID)}, for many at once. */
    public void system(PracticeId practice, String act, String subjectKind, List<UUID> subjects) {
        if (!subjects.isEmpty()) {
            transactions.in(practice, () -> store.addAll(practice, act, subjectKind, subjects));
        }
    }
}
