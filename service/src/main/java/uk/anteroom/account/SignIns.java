package uk.anteroom.account;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import uk.anteroom.kernel.DeviceKey;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.Limit;
import uk.anteroom.kernel.Limits;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.kernel.Reading;
import uk.anteroom.kernel.Secrets;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.Practices;

/** Signs patients in. Who guesses waits; whom somebody else's guesses are about does not, on a device that they have used before. */
@Service
public class SignIns {

    private final Accounts accounts;
    private final AccountVisits visits;
    private final KnownDeviceStore devices;
    private final Patients patients;
    private final Practices practices;
    private final Limits limits;
    private final Secrets secrets;
    private final PracticeTransactions transactions;

    SignIns(
            Accounts accounts,
            AccountVisits visits,
            KnownDeviceStore devices,
            Patients patients,
            Practices practices,
            Limits limits,
            Secrets secrets,
            PracticeTransactions transactions) {
        this.accounts = accounts;
        this.visits = visits;
        this.devices = devices;
        this.patients = patients;
        this.practices = practices;
        this.limits = limits;
        this.secrets = secrets;
        this.transactions = transactions;
    }

    /** By email address and password. */
    public SigningIn byPassword(PracticeId practice, String typedEmail, String password, Caller caller) {
        // Taken before the slow hash: a burst at once must not slip through while the first is being checked.
        if (knows(practice, typedEmail, caller)
                ? !withinItsOwn(practice, caller)
                : mustWait(practice, typedEmail, caller)) {
            return new SigningIn.Wait();
        }
        return accounts.signIn(practice, typedEmail, password)
                .<SigningIn>map(patient -> enter(practice, patient, SignInWay.PASSWORD, caller))
                .orElseGet(SigningIn.Refused::new);
    }

    /** Lets in whom NHS login knows to be that patient, and opens an account for who has none. */
    public SigningIn byNhsLogin(PracticeId practice, PatientId patient, Caller caller) {
        return transactions.in(practice, () -> {
            accounts.openByNhsLogin(practice, patient);
            return enter(practice, patient, SignInWay.NHS_LOGIN, caller);
        });
    }

    /** Lets in whoever has proved who they are. */
    SigningIn enter(PracticeId practice, PatientId patient, SignInWay way, Caller caller) {
        return transactions.in(practice, () -> {
            boolean alive =
                    patients.find(practice, patient).map(Patient::deceasedAt).isEmpty();
            if (!alive || accounts.find(practice, patient).isEmpty()) {
                return new SigningIn.Refused();
            }
            DeviceKey known = Optional.ofNullable(caller.known())
                    .filter(key -> practices.withCode(key.publicCode()).equals(Optional.of(practice)))
                    .orElseGet(() -> DeviceKey.draw(practices.get(practice).publicCode(), secrets));
            devices.remember(practice, known.digest(), patient);
            return new SigningIn.Passed(visits.begin(practice, patient, way, caller.device()), known);
        });
    }

    private boolean knows(PracticeId practice, String typedEmail, Caller caller) {
        DeviceKey known = caller.known();
        return known != null
                && EmailAddress.read(typedEmail) instanceof Reading.Right<EmailAddress>(EmailAddress name)
                && transactions.in(practice, () -> devices.knows(practice, known.digest(), name));
    }

    private boolean withinItsOwn(PracticeId practice, Caller caller) {
        DeviceKey known = caller.known();
        return known != null
                && limits.take(
                        Limit.SIGN_INS_BY_KNOWN_DEVICE,
                        practice + "/" + HexFormat.of().formatHex(known.digest()));
    }

    /** Nobody is locked: after too many tries each address has one every half minute, whatever others do. */
    private boolean mustWait(PracticeId practice, String typedEmail, Caller caller) {
        String name = practice + "/"
                + HexFormat.of().formatHex(Secrets.digest(typedEmail.strip().toLowerCase(Locale.ROOT)));
        boolean few = limits.take(Limit.SIGN_INS_TO_ACCOUNT, name);
        boolean fewFromThere = limits.take(Limit.ACCOUNT_SIGN_INS_BY_ADDRESS, caller.address());
        return !(few && fewFromThere) && !limits.take(Limit.SLOW_SIGN_INS, name + "|" + caller.address());
    }
}
