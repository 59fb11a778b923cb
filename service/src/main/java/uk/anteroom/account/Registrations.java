package uk.anteroom.account;

import java.util.Optional;
import org.springframework.stereotype.Service;
import uk.anteroom.kernel.DeviceKey;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.patient.PatientId;

/** Opens accounts for patients on the list: a code goes to a contact that the practice has, and comes back. */
@Service
public class Registrations {

    /** Somebody whom a contact on the list proved to be a patient. */
    public record Registrant(PracticeId practice, PatientId patient, boolean hasAccount) {}

    private final Codes codes;
    private final Accounts accounts;
    private final SignIns signIns;
    private final AccountNotices notices;
    private final PracticeTransactions transactions;

    Registrations(
            Codes codes,
            Accounts accounts,
            SignIns signIns,
            AccountNotices notices,
            PracticeTransactions transactions) {
        this.codes = codes;
        this.accounts = accounts;
        this.signIns = signIns;
        this.notices = notices;
        this.transactions = transactions;
    }

    /** Answers what the browser keeps, whether or not anybody is meant; empty only if too many came from that address. */
    public Optional<DeviceKey> ask(PracticeId practice, RegistrationDetails said, String address) {
        return codes.ask(practice, CodePurpose.REGISTRATION, said.written(), address);
    }

    /** The same for somebody who has shown already who they are, at a link of ours. The code still goes to the contact on the list. */
    public Optional<DeviceKey> ask(PracticeId practice, PatientId patient, String address) {
        return codes.ask(practice, CodePurpose.REGISTRATION, CodeRecipients.PATIENT + patient, address);
    }

    public CodeCheck check(DeviceKey key, String typed) {
        return codes.check(key, typed);
    }

    /** Who stands there, once the code was right. */
    public Optional<Registrant> registrant(DeviceKey key) {
        return proof(key)
                .map(proof -> new Registrant(
                        proof.practice(),
                        proof.patient(),
                        accounts.find(proof.practice(), proof.patient()).isPresent()));
    }

    private Optional<Codes.Proof> proof(DeviceKey key) {
        return codes.proof(key).filter(proof -> proof.purpose() == CodePurpose.REGISTRATION);
    }

    /** Opens the account with a password and signs in. Of two at once for one patient, one is opened. */
    public Opening open(DeviceKey key, EmailAddress email, NewPassword password, Caller caller) {
        Optional<Codes.Proof> proof = proof(key);
        if (proof.isEmpty()) {
            return new Opening.Over();
        }
        String hash = accounts.hash(password);
        return transactions.in(proof.get().practice(), () -> open(proof.get(), email, hash, caller));
    }

    private Opening open(Codes.Proof proof, EmailAddress email, String hash, Caller caller) {
        return switch (accounts.add(proof.practice(), proof.patient(), email, hash)) {
            case THERE_IS_ONE -> new Opening.ThereIsOne();
            case NAME_TAKEN -> new Opening.NameTaken();
            case OPENED -> {
                codes.use(proof);
                notices.tell(proof.practice(), proof.patient(), Notice.OPENED);
                yield signIns.enter(proof.practice(), proof.patient(), SignInWay.PASSWORD, caller)
                                instanceof SigningIn.Passed passed
                        ? new Opening.In(passed)
                        : new Opening.Over();
            }
        };
    }
}
