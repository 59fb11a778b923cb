package uk.anteroom.carer;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import uk.anteroom.account.AccountVisit;
import uk.anteroom.account.AccountVisits;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.JobName;
import uk.anteroom.kernel.Limit;
import uk.anteroom.kernel.Limits;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeJobs;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.patient.Carer;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.StaffMember;

/** Patients who act for others. The practice knows whether somebody may; we only keep what it decided. */
@Service
public class Carers {

    private final CareStore store;
    private final AccountVisits visits;
    private final Limits limits;
    private final PracticeJobs jobs;
    private final Audit audit;
    private final Clock clock;
    private final PracticeTransactions transactions;

    Carers(
            CareStore store,
            AccountVisits visits,
            Limits limits,
            PracticeJobs jobs,
            Audit audit,
            Clock clock,
            PracticeTransactions transactions) {
        this.store = store;
        this.visits = visits;
        this.limits = limits;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Somebody wants to act for another. False only if they asked too often. */
    public boolean ask(AccountVisit visit, CareRequest said) {
        PracticeId practice = visit.practice();
        if (!limits.take(Limit.CARES_BY_PATIENT, practice + "/" + visit.holder())) {
            return false;
        }
        CareId id = new CareId(UUID.randomUUID());
        transactions.in(practice, () -> {
            store.ask(practice, id, visit.holder(), said);
            audit.patient(practice, visit.holder().value(), "carer.asked", "carer_access", id.value());
            jobs.schedule(CareJob.TASK, new JobName(practice, id.value()), clock.instant());
        });
        return true;
    }

    /** For whom somebody acts, or wants to. */
    public List<Care> of(AccountVisit visit) {
        return transactions.in(visit.practice(), () -> store.ofCarer(visit.practice(), visit.holder()));
    }

    /** Who acts for somebody who is signed in. */
    public List<Care> actingFor(AccountVisit visit) {
        return transactions.in(visit.practice(), () -> store.forPatient(visit.practice(), visit.holder())).stream()
                .filter(Care::approved)
                .toList();
    }

    /** Who acts for a patient, or wants to, as the staff see it. */
    public List<Care> with(StaffMember by, PatientId patient) {
        by.mustInvite();
        return transactions.in(by.practice(), () -> store.forPatient(by.practice(), patient));
    }

    /** The practice agrees; the first decision counts. */
    public void approve(StaffMember by, PatientId patient, CareId id, CareLevel level) {
        String act = level == CareLevel.READ ? "carer.approved" : "carer.approved_to_write";
        decide(by, patient, id, true, level, act);
    }

    /** The practice does not agree; the first decision counts. */
    public void refuse(StaffMember by, PatientId patient, CareId id) {
        decide(by, patient, id, false, CareLevel.READ, "carer.refused");
    }

    private void decide(StaffMember by, PatientId patient, CareId id, boolean approved, CareLevel level, String act) {
        by.mustInvite();
        transactions.in(by.practice(), () -> {
            boolean theirs = store.hold(by.practice(), id)
                    .filter(care -> patient.equals(care.patient()))
                    .isPresent();
            if (theirs && store.decide(by.practice(), id, by.id(), approved, level)) {
                audit.staff(by, act, "carer_access", id.value());
            }
        });
    }

    /** The practice lets a carer do more from now on, or less. */
    public void let(StaffMember by, PatientId patient, CareId id, CareLevel level) {
        by.mustInvite();
        transactions.in(by.practice(), () -> {
            boolean theirs = store.hold(by.practice(), id)
                    .filter(care -> patient.equals(care.patient()))
                    .isPresent();
            if (theirs && store.setLevel(by.practice(), id, level)) {
                String act = level == CareLevel.READ ? "carer.may_read" : "carer.may_write";
                audit.staff(by, act, "carer_access", id.value());
            }
        });
    }

    /** The practice takes it back. */
    public void end(StaffMember by, PatientId patient, CareId id) {
        by.mustInvite();
        transactions.in(by.practice(), () -> {
            Optional<Care> care = store.hold(by.practice(), id).filter(held -> patient.equals(held.patient()));
            if (care.isPresent() && end(by.practice(), care.get())) {
                audit.staff(by, "carer.ended", "carer_access", id.value());
            }
        });
    }

    /** The carer gives it up, or the patient takes it back. */
    public void end(AccountVisit visit, CareId id) {
        PracticeId practice = visit.practice();
        PatientId holder = visit.holder();
        transactions.in(practice, () -> {
            Optional<Care> care = store.hold(practice, id)
                    .filter(held -> holder.equals(held.carer()) || held.approved() && holder.equals(held.patient()));
            if (care.isPresent() && end(practice, care.get())) {
                audit.patient(practice, holder.value(), "carer.ended", "carer_access", id.value());
            }
        });
    }

    private boolean end(PracticeId practice, Care care) {
        if (!store.end(practice, care.id())) {
            return false;
        }
        if (care.patient() != null) {
            visits.actNoLonger(practice, care.carer(), care.patient());
        }
        return true;
    }

    /** Acts for another from now on, in this browser. False if they may not, or no longer. */
    public boolean act(AccountVisit visit, CareId id) {
        PracticeId practice = visit.practice();
        // held: whoever ends it now waits, and ends this too
        return transactions.in(
                practice,
                () -> store.hold(practice, id)
                        .filter(care ->
                                care.approved() && visit.holder().equals(care.carer()) && care.patient() != null)
                        .map(care -> {
                            visits.actFor(visit, Objects.requireNonNull(care.patient()));
                            return true;
                        })
                        .orElse(false));
    }

    /** Whether whoever is signed in may write here: for themselves, or for another by leave of the practice. */
    public boolean mayWrite(AccountVisit visit) {
        return !visit.actsForAnother()
                || writing(visit.practice(), visit.holder(), visit.patient()).isPresent();
    }

    /**
     * By whose hand something is written for a patient, in the caller's transaction: whoever takes the leave back waits until it is stored, and what comes
     * after finds none. Empty if they have no leave to write.
     */
    public Optional<Carer> writing(PracticeId practice, PatientId carer, PatientId patient) {
        return transactions.in(
                practice,
                () -> store.holdWriting(practice, carer, patient).stream()
                        .findFirst()
                        .map(care -> new Carer(carer, care.said().relationship())));
    }

    /** Acts for themselves again. */
    public void actForSelf(AccountVisit visit) {
        visits.actFor(visit, visit.holder());
    }
}
