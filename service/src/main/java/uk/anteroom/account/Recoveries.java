package uk.anteroom.account;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.delivery.Letters;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.DeviceKey;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.kernel.Secrets;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.Practices;
import uk.anteroom.practice.StaffMember;

/** Brings patients back into their accounts who cannot sign in. Never by what others know of them, such as a date of birth. */
@Service
public class Recoveries {

    /** Somebody who proved to be the holder of an account; {@code email} is null where only its hash is known. */
    public record Holder(
            PracticeId practice,
            PatientId patient,
            @Nullable EmailAddress email) {}

    private final Codes codes;
    private final CodeStore store;
    private final Accounts accounts;
    private final KnownDeviceStore devices;
    private final SignIns signIns;
    private final AccountNotices notices;
    private final Patients patients;
    private final Practices practices;
    private final Letters letters;
    private final Secrets secrets;
    private final Audit audit;
    private final PracticeTransactions transactions;

    Recoveries(
            Codes codes,
            CodeStore store,
            Accounts accounts,
            KnownDeviceStore devices,
            SignIns signIns,
            AccountNotices notices,
            Patients patients,
            Practices practices,
            Letters letters,
            Secrets secrets,
            Audit audit,
            PracticeTransactions transactions) {
        this.codes = codes;
        this.store = store;
        this.accounts = accounts;
        this.devices = devices;
        this.signIns = signIns;
        this.notices = notices;
        this.patients = patients;
        this.practices = practices;
        this.letters = letters;
        this.secrets = secrets;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Answers what the browser keeps, whether or not anybody signs in with that address; empty only if too many came from there. */
    public Optional<DeviceKey> ask(PracticeId practice, EmailAddress email, String address) {
        return codes.ask(practice, CodePurpose.RECOVERY, email.value(), address);
    }

    public CodeCheck check(DeviceKey key, String typed) {
        return codes.check(key, typed);
    }

    /** Sends a link to the contact on the list that leads to a new password. False if there is no account, or nowhere to send it. */
    public boolean send(StaffMember by, PatientId patient) {
        by.mustInvite();
        PracticeId practice = by.practice();
        return transactions.in(practice, () -> {
            Optional<ContactPoint> to = accounts.find(practice, patient)
                    .flatMap(account -> patients.find(practice, patient))
                    .filter(found -> found.deceasedAt() == null)
                    .flatMap(found -> CodeRecipients.onTheList(found, Channel.EMAIL));
            to.ifPresent(contact -> {
                UUID id = UUID.randomUUID();
                DeviceKey key = DeviceKey.draw(practices.get(practice).publicCode(), secrets);
                store.ask(practice, id, CodePurpose.SENT_BY_STAFF, key.digest(), "");
                store.meant(practice, id, patient, key.value());
                letters.post(practice, contact, CodeLetters.OCCASION, id);
                audit.staff(by, "account.recovery_sent", "patient", patient.value());
            });
            return to.isPresent();
        });
    }

    /** Whether that link of the staff's can be used. Looking changes nothing: programs look, too. */
    public boolean usable(DeviceKey link) {
        return practices
                .withCode(link.publicCode())
                .filter(practice -> transactions.in(practice, () -> store.isLink(practice, link.digest())))
                .isPresent();
    }

    /** Somebody pressed the button behind the link. False if it cannot be used, or was. */
    public boolean press(DeviceKey link) {
        return practices
                .withCode(link.publicCode())
                .filter(practice -> transactions.in(practice, () -> store.pressed(practice, link.digest())))
                .isPresent();
    }

    /** Who stands there, once the code was right. */
    public Optional<Holder> holder(DeviceKey key) {
        return proof(key)
                .flatMap(proof -> accounts.find(proof.practice(), proof.patient())
                        .map(account -> new Holder(proof.practice(), proof.patient(), account.email())));
    }

    private Optional<Codes.Proof> proof(DeviceKey key) {
        return codes.proof(key).filter(proof -> proof.purpose() != CodePurpose.REGISTRATION);
    }

    /** Sets a new password, signs out everywhere and in here. Passkeys stay. */
    public SigningIn finish(DeviceKey key, NewPassword password, Caller caller) {
        Optional<Codes.Proof> proof = proof(key);
        if (proof.isEmpty()) {
            return new SigningIn.Refused();
        }
        String hash = accounts.hash(password);
        PracticeId practice = proof.get().practice();
        PatientId patient = proof.get().patient();
        return transactions.in(practice, () -> {
            if (!codes.use(proof.get())) {
                return new SigningIn.Refused();
            }
            accounts.recover(practice, patient, hash);
            devices.forgetAll(practice, patient);
            notices.tell(practice, patient, Notice.PASSWORD_CHANGED);
            return signIns.enter(practice, patient, SignInWay.PASSWORD, caller);
        });
    }
}
