package uk.anteroom.invitation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import uk.anteroom.account.AccountVisit;
import uk.anteroom.account.Accounts;
import uk.anteroom.audit.Audit;
import uk.anteroom.consultation.IdentityProof;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.DeviceKey;
import uk.anteroom.kernel.Limit;
import uk.anteroom.kernel.Limits;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;

/** Asks whoever holds a link whether they are the patient it was sent to. The limits are the same for every kind of link. */
@Service
public class IdentityQuestions {

    /** How long the answer to the first, second, … wrong date of birth is held back, of {@link IdentitySettings#holdBack}. */
    private static final List<Integer> DELAYS = List.of(0, 1, 2, 4, 8);

    private final Patients patients;
    private final Accounts accounts;
    private final Limits limits;
    private final Audit audit;
    private final PracticeTransactions transactions;
    private final IdentitySettings settings;

    IdentityQuestions(
            Patients patients,
            Accounts accounts,
            Limits limits,
            Audit audit,
            PracticeTransactions transactions,
            IdentitySettings settings) {
        this.patients = patients;
        this.accounts = accounts;
        this.limits = limits;
        this.audit = audit;
        this.transactions = transactions;
        this.settings = settings;
    }

    /** Whether the patient has an account and so signs in instead of giving a date of birth. */
    public boolean needsAccount(GuardedLink link) {
        return patient(link).hasAccount();
    }

    /**
     * Checks a date of birth; with it the patient has agreed to use the service. Five wrong ones in the whole life of the link close it, however many
     * arrive at once. A wrong answer is held back, longer each time.
     *
     * @param address where the answer came from, to slow down somebody who tries many links
     */
    public IdentityCheck byBirth(GuardedLink link, DateOfBirth given, String address) {
        if (needsAccount(link)) {
            return new IdentityCheck.Refused();
        }
        if (!limits.hasLeft(Limit.IDENTITY_CHECKS_BY_ADDRESS, address)) {
            return new IdentityCheck.TooMany();
        }
        IdentityCheck check = transactions.in(link.practice(), () -> evaluate(link, given));
        if (check instanceof IdentityCheck.Failed(int left)) {
            // right answers cost nothing: thousands share one address of a mobile network
            limits.take(Limit.IDENTITY_CHECKS_BY_ADDRESS, address);
            holdBack(settings.holdBack().multipliedBy(DELAYS.get(DELAYS.size() - 1 - left)));
        }
        return check;
    }

    private IdentityCheck evaluate(GuardedLink link, DateOfBirth given) {
        Patient patient = patient(link);
        if (patient.born() == null) {
            // the list has lost it since the link was sent: no answer is right, and none counts
            return new IdentityCheck.Refused();
        }
        Optional<Integer> left = link.takeAttempt();
        if (left.isEmpty()) {
            return new IdentityCheck.Refused();
        }
        if (given.equals(patient.born())) {
            return pass(link, IdentityProof.BIRTH);
        }
        audit.patient(link.practice(), link.id(), "identity.wrong_birth", link.kind(), link.id());
        if (left.get() == 0) {
            link.lock();
            audit.system(link.practice(), link.kind() + ".locked", link.kind(), link.id());
        }
        return new IdentityCheck.Failed(left.get());
    }

    /**
     * Checks the account of a patient who registered. Another patient's account, a wrong password and an unknown address are
     * answered alike.
     */
    public IdentityCheck byAccount(GuardedLink link, String email, String password, String address) {
        if (!needsAccount(link)) {
            return new IdentityCheck.Refused();
        }
        if (!limits.hasLeft(Limit.IDENTITY_CHECKS_BY_ADDRESS, address)
                || !limits.take(Limit.SIGN_INS, link.kind() + "/" + link.id())) {
            return new IdentityCheck.TooMany();
        }
        return byAccount(link, accounts.signIn(link.practice(), email, password), address);
    }

    /**
     * Lets in whoever is signed in to the account of the patient the link was sent to. A carer's account is another patient's.
     */
    public IdentityCheck byVisit(GuardedLink link, AccountVisit visit, String address) {
        if (!needsAccount(link)) {
            return new IdentityCheck.Refused();
        }
        if (!limits.hasLeft(Limit.IDENTITY_CHECKS_BY_ADDRESS, address)) {
            return new IdentityCheck.TooMany();
        }
        boolean here = visit.practice().equals(link.practice());
        return byAccount(link, here ? Optional.of(visit.holder()) : Optional.empty(), address);
    }

    private IdentityCheck byAccount(GuardedLink link, Optional<PatientId> signedIn, String address) {
        return transactions.in(link.practice(), () -> {
            if (signedIn.filter(link.patient()::equals).isPresent()) {
                return pass(link, IdentityProof.ACCOUNT);
            }
            limits.take(Limit.IDENTITY_CHECKS_BY_ADDRESS, address);
            audit.patient(link.practice(), link.id(), "identity.wrong_account", link.kind(), link.id());
            if (signedIn.isPresent()) {
                link.otherAccount();
            }
            return new IdentityCheck.Failed(link.attemptsLeft());
        });
    }

    private IdentityCheck pass(GuardedLink link, IdentityProof by) {
        DeviceKey device = link.passed(by);
        audit.patient(link.practice(), link.patient().value(), "identity.confirmed", link.kind(), link.id());
        return new IdentityCheck.Passed(device);
    }

    private Patient patient(GuardedLink link) {
        return patients.find(link.practice(), link.patient())
                .orElseThrow(() -> new IllegalStateException("A link without a patient"));
    }

    private static void holdBack(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
