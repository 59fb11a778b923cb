package uk.anteroom.invitation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.consultation.Attendance;
import uk.anteroom.consultation.IdentityProof;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.Limit;
import uk.anteroom.kernel.Limits;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.kernel.Secrets;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PatientAccounts;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;

/** Checks that whoever came back with a link is the invited patient. Only an accepted check binds a device. */
@Service
public class IdentityChecks {

    /** How long the answer to the first, second, … wrong date of birth is held back. */
    private static final List<Duration> DELAYS = List.of(
            Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));

    private final InvitationStore store;
    private final Visits visits;
    private final Patients patients;
    private final PatientAccounts accounts;
    private final Attendance attendance;
    private final Limits limits;
    private final Secrets secrets;
    private final Audit audit;
    private final PracticeTransactions transactions;

    IdentityChecks(
            InvitationStore store,
            Visits visits,
            Patients patients,
            PatientAccounts accounts,
            Attendance attendance,
            Limits limits,
            Secrets secrets,
            Audit audit,
            PracticeTransactions transactions) {
        this.store = store;
        this.visits = visits;
        this.patients = patients;
        this.accounts = accounts;
        this.attendance = attendance;
        this.limits = limits;
        this.secrets = secrets;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Whether the invited patient has an account and so signs in instead of giving a date of birth. */
    public boolean needsAccount(Visit visit) {
        return patient(visit).hasAccount();
    }

    /**
     * Checks a date of birth; with it the patient has agreed to use the service. Five wrong ones in the whole life of the invitation close
     * it, however many arrive at once. A wrong answer is held back, longer each time.
     *
     * @param address where the answer came from, to slow down somebody who tries many invitations
     */
    public IdentityCheck byBirth(LinkToken token, DateOfBirth given, String address) {
        Optional<Visit> visit = visits.open(token);
        if (visit.isEmpty() || needsAccount(visit.get())) {
            return new IdentityCheck.Refused();
        }
        if (!limits.hasLeft(Limit.IDENTITY_CHECKS_BY_ADDRESS, address)) {
            return new IdentityCheck.TooMany();
        }
        IdentityCheck check = transactions.in(visit.get().practice().id(), () -> evaluate(visit.get(), given));
        if (check instanceof IdentityCheck.Failed(int left)) {
            // right answers cost nothing: thousands share one address of a mobile network
            limits.take(Limit.IDENTITY_CHECKS_BY_ADDRESS, address);
            holdBack(DELAYS.get(DELAYS.size() - 1 - left));
        }
        return check;
    }

    private IdentityCheck evaluate(Visit visit, DateOfBirth given) {
        Invitation invitation = visit.invitation();
        if (patient(visit).born() == null) {
            // the list has lost it since the invitation: no answer is right, and none counts
            return new IdentityCheck.Refused();
        }
        Optional<Integer> left = store.takeAttempt(invitation.practice(), invitation.id());
        if (left.isEmpty()) {
            return new IdentityCheck.Refused();
        }
        Patient patient = patient(visit);
        if (given.equals(patient.born())) {
            return pass(visit, patient.id(), IdentityProof.BIRTH);
        }
        audit.patient(
                invitation.practice(),
                invitation.id().value(),
                "identity.wrong_birth",
                "invitation",
                invitation.id().value());
        if (left.get() == 0) {
            store.lock(invitation.practice(), invitation.id());
            audit.system(
                    invitation.practice(),
                    "invitation.locked",
                    "invitation",
                    invitation.id().value());
        }
        return new IdentityCheck.Failed(left.get());
    }

    /**
     * Checks the account of a patient who registered. Another patient's account, a wrong password and an unknown address are
     * answered alike.
     */
    public IdentityCheck byAccount(LinkToken token, String email, String password, String address) {
        Optional<Visit> visit = visits.open(token);
        if (visit.isEmpty() || !needsAccount(visit.get())) {
            return new IdentityCheck.Refused();
        }
        Invitation invitation = visit.get().invitation();
        if (!limits.hasLeft(Limit.IDENTITY_CHECKS_BY_ADDRESS, address)
                || !limits.take(Limit.SIGN_INS, "invitation/" + invitation.id())) {
            return new IdentityCheck.TooMany();
        }
        Optional<PatientId> signedIn = accounts.signIn(invitation.practice(), email, password);
        return transactions.in(invitation.practice(), () -> {
            Patient patient = patient(visit.get());
            if (signedIn.filter(patient.id()::equals).isPresent()) {
                return pass(visit.get(), patient.id(), IdentityProof.ACCOUNT);
            }
            limits.take(Limit.IDENTITY_CHECKS_BY_ADDRESS, address);
            audit.patient(
                    invitation.practice(),
                    invitation.id().value(),
                    "identity.wrong_account",
                    "invitation",
                    invitation.id().value());
            return new IdentityCheck.Failed(invitation.attemptsLeft());
        });
    }

    private IdentityCheck pass(Visit visit, PatientId patient, IdentityProof by) {
        Invitation invitation = visit.invitation();
        DeviceKey device = DeviceKey.draw(visit.practice().publicCode(), secrets);
        store.passed(invitation.practice(), invitation.id(), by);
        store.bind(invitation.practice(), device.digest(), invitation.id());
        attendance.identityConfirmed(invitation.practice(), invitation.consultation(), by);
        audit.patient(
                invitation.practice(),
                patient.value(),
                "identity.confirmed",
                "invitation",
                invitation.id().value());
        return new IdentityCheck.Passed(device);
    }

    private Patient patient(Visit visit) {
        return patients.find(visit.practice().id(), visit.consultation().patient())
                .orElseThrow(() -> new IllegalStateException("A consultation without a patient"));
    }

    private static void holdBack(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
