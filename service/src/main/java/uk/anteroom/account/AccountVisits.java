package uk.anteroom.account;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.DeviceKey;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.kernel.Secrets;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.Practices;

/** Where accounts are signed in. */
@Service
public class AccountVisits {

    private final SessionStore store;
    private final Patients patients;
    private final Practices practices;
    private final Secrets secrets;
    private final Audit audit;
    private final PracticeTransactions transactions;

    AccountVisits(
            SessionStore store,
            Patients patients,
            Practices practices,
            Secrets secrets,
            Audit audit,
            PracticeTransactions transactions) {
        this.store = store;
        this.patients = patients;
        this.practices = practices;
        this.secrets = secrets;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Signs somebody in who has proved who they are, in the caller's transaction; answers what their browser keeps. */
    DeviceKey begin(PracticeId practice, PatientId patient, SignInWay way, String device) {
        DeviceKey key = DeviceKey.draw(practices.get(practice).publicCode(), secrets);
        store.forgetEnded(practice, patient);
        store.add(practice, patient, key.digest(), way, device);
        audit.patient(practice, patient.value(), "account.signed_in", "patient", patient.value());
        return key;
    }

    /** Whoever comes with that key; empty if they are not signed in, or no longer. Counts as a sign of life. */
    public Optional<AccountVisit> of(DeviceKey key) {
        return practices
                .withCode(key.publicCode())
                .flatMap(practice -> transactions.in(
                        practice,
                        () -> store.seen(practice, key.digest())
                                .filter(visit -> alive(practice, visit.holder()) && alive(practice, visit.patient()))
                                .map(this::noted)));
    }

    /** Everything that a carer does is in the audit trail with both. */
    private AccountVisit noted(AccountVisit visit) {
        if (visit.actsForAnother()) {
            audit.patient(
                    visit.practice(),
                    visit.holder().value(),
                    "account.acted_for",
                    "patient",
                    visit.patient().value());
        }
        return visit;
    }

    /** Acts for another from now on, or for themselves again. Whether they may is the caller's to know. */
    public void actFor(AccountVisit visit, PatientId other) {
        transactions.in(visit.practice(), () -> {
            store.actFor(visit.practice(), visit.session(), other.equals(visit.holder()) ? null : other);
            audit.patient(visit.practice(), visit.holder().value(), "account.acts_for", "patient", other.value());
        });
    }

    /** Whoever acts for that patient at this moment does so no longer. */
    public void actNoLonger(PracticeId practice, PatientId holder, PatientId other) {
        transactions.in(practice, () -> store.actNoLonger(practice, holder, other));
    }

    /** Whoever signs in for somebody who has died is somebody else. */
    private boolean alive(PracticeId practice, PatientId patient) {
        return patients.find(practice, patient)
                .filter(found -> found.deceasedAt() == null)
                .isPresent();
    }

    /** Everywhere this account is signed in, the last seen first. */
    public List<AccountSession> everywhere(AccountVisit visit) {
        return transactions.in(visit.practice(), () -> store.ofPatient(visit.practice(), visit.holder()));
    }

    /** Signs out in one place; nothing if it is not this account's. */
    public void end(AccountVisit visit, AccountSessionId session) {
        transactions.in(visit.practice(), () -> {
            if (store.end(visit.practice(), visit.holder(), session)) {
                signedOut(visit);
            }
        });
    }

    /** Signs out everywhere, here too. */
    public void endEverywhere(AccountVisit visit) {
        transactions.in(visit.practice(), () -> {
            store.endAll(visit.practice(), visit.holder(), null);
            signedOut(visit);
        });
    }

    private void signedOut(AccountVisit visit) {
        audit.patient(
                visit.practice(),
                visit.holder().value(),
                "account.signed_out",
                "patient",
                visit.holder().value());
    }
}
