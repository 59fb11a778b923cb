package uk.anteroom.account;

import com.webauthn4j.data.RegistrationData;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.DeviceKey;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.Limit;
import uk.anteroom.kernel.Limits;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.kernel.Secrets;
import uk.anteroom.patient.PatientId;

/** Passkeys: ways into an account that cannot be guessed, nor given away on a page that only looks like ours. */
@Service
public class Passkeys {

    /** More than anybody has devices. */
    private static final int MOST = 20;

    private static final int LONGEST_NAME = 60;
    static final int CHALLENGE_BYTES = 32;

    private final PasskeyStore store;
    private final PasskeyCheck check;
    private final Accounts accounts;
    private final AccountStore accountStore;
    private final SessionStore sessions;
    private final Codes codes;
    private final SignIns signIns;
    private final AccountNotices notices;
    private final Limits limits;
    private final Secrets secrets;
    private final Audit audit;
    private final PracticeTransactions transactions;

    Passkeys(
            PasskeyStore store,
            PasskeyCheck check,
            Accounts accounts,
            AccountStore accountStore,
            SessionStore sessions,
            Codes codes,
            SignIns signIns,
            AccountNotices notices,
            Limits limits,
            Secrets secrets,
            Audit audit,
            PracticeTransactions transactions) {
        this.store = store;
        this.check = check;
        this.accounts = accounts;
        this.accountStore = accountStore;
        this.sessions = sessions;
        this.codes = codes;
        this.signIns = signIns;
        this.notices = notices;
        this.limits = limits;
        this.secrets = secrets;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Asks whoever signs in; empty only if too many came from that address. */
    public Optional<PasskeyQuestion> ask(PracticeId practice, String address) {
        return limits.take(Limit.PASSKEYS_BY_ADDRESS, address)
                ? Optional.of(transactions.in(practice, () -> question(practice, null, null)))
                : Optional.empty();
    }

    /** Signs in with what the browser answered. Others' failures do not slow this down. */
    public SigningIn signIn(PracticeId practice, String answer, Caller caller) {
        return check.readAnswer(answer)
                .flatMap(read -> transactions.in(practice, () -> signed(practice, read)))
                .map(patient -> signIns.enter(practice, patient, SignInWay.PASSKEY, caller))
                .orElseGet(SigningIn.Refused::new);
    }

    private Optional<PatientId> signed(PracticeId practice, PasskeyCheck.Answer answer) {
        // used up first: one that is wrong is not tried again
        if (!store.answered(practice, Secrets.digest(answer.challenge()), null)) {
            return Optional.empty();
        }
        return store.withCredential(practice, answer.credentialId())
                .flatMap(key -> check.signed(answer, key).map(count -> {
                    store.used(practice, key.id(), count);
                    return key.patient();
                }));
    }

    /** Asks the browser of somebody who is signed in to make one. */
    public PasskeyQuestion askForNew(AccountVisit visit) {
        return transactions.in(visit.practice(), () -> {
            EmailAddress email = accountStore
                    .find(visit.practice(), visit.holder())
                    .map(PatientAccount::email)
                    .orElse(null);
            return question(visit.practice(), visit.holder(), email);
        });
    }

    /** Keeps what it made. */
    public PasskeyChange add(AccountVisit visit, String made, String name) {
        return check.readMade(made)
                .map(data -> transactions.in(visit.practice(), () -> {
                    accountStore.hold(visit.practice(), visit.holder());
                    if (!sessions.provedLately(visit.practice(), visit.session())) {
                        return PasskeyChange.NOT_PROVED;
                    }
                    boolean kept =
                            store.ofPatient(visit.practice(), visit.holder()).size() < MOST
                                    && keep(visit.practice(), visit.holder(), data, name);
                    return kept ? PasskeyChange.DONE : PasskeyChange.REFUSED;
                }))
                .orElse(PasskeyChange.REFUSED);
    }

    private boolean keep(PracticeId practice, PatientId patient, RegistrationData data, String name) {
        boolean kept = store.answered(practice, Secrets.digest(PasskeyCheck.challenge(data)), patient)
                && check.made(data, patient)
                        .filter(made -> store.add(practice, patient, made.credentialId(), made.key(), named(name)))
                        .isPresent();
        if (kept) {
            audit.patient(practice, patient.value(), "account.passkey_added", "patient", patient.value());
            notices.tell(practice, patient, Notice.PASSKEY_ADDED);
        }
        return kept;
    }

    /** Asks the browser of somebody who registers to make one. */
    public Optional<PasskeyQuestion> askForFirst(DeviceKey key, EmailAddress email) {
        return registering(key)
                .map(proof ->
                        transactions.in(proof.practice(), () -> question(proof.practice(), proof.patient(), email)));
    }

    /** Opens an account that is signed in to with that passkey. */
    public Opening open(DeviceKey key, EmailAddress email, String made, String name, Caller caller) {
        Optional<Codes.Proof> proof = registering(key);
        var data = check.readMade(made);
        if (proof.isEmpty() || data.isEmpty()) {
            return new Opening.Over();
        }
        PracticeId practice = proof.get().practice();
        PatientId patient = proof.get().patient();
        try {
            return transactions.in(practice, () -> switch (accounts.add(practice, patient, email, null)) {
                case THERE_IS_ONE -> new Opening.ThereIsOne();
                case NAME_TAKEN -> new Opening.NameTaken();
                case OPENED -> {
                    if (!keep(practice, patient, data.get(), name)) {
                        throw new NoWayIn();
                    }
                    codes.use(proof.get());
                    notices.tell(practice, patient, Notice.OPENED);
                    yield signIns.enter(practice, patient, SignInWay.PASSKEY, caller) instanceof SigningIn.Passed in
                            ? new Opening.In(in)
                            : new Opening.Over();
                }
            });
        } catch (NoWayIn e) {
            return new Opening.Over();
        }
    }

    private Optional<Codes.Proof> registering(DeviceKey key) {
        return codes.proof(key).filter(proof -> proof.purpose() == CodePurpose.REGISTRATION);
    }

    /** Those of an account, the oldest first. */
    public List<Passkey> of(AccountVisit visit) {
        return transactions.in(visit.practice(), () -> store.ofPatient(visit.practice(), visit.holder()));
    }

    /** Takes one away, unless it is the last way in. Two at once wait for each other. */
    public PasskeyChange remove(AccountVisit visit, PasskeyId id) {
        PracticeId practice = visit.practice();
        PatientId holder = visit.holder();
        return transactions.in(practice, () -> {
            accountStore.hold(practice, holder);
            if (!sessions.provedLately(practice, visit.session())) {
                return PasskeyChange.NOT_PROVED;
            }
            boolean another = accountStore.hash(practice, holder).isPresent()
                    || store.ofPatient(practice, holder).size() > 1;
            if (!another || !store.remove(practice, holder, id)) {
                return PasskeyChange.REFUSED;
            }
            audit.patient(practice, holder.value(), "account.passkey_removed", "patient", holder.value());
            return PasskeyChange.DONE;
        });
    }

    private PasskeyQuestion question(PracticeId practice, @Nullable PatientId patient, @Nullable EmailAddress email) {
        String challenge = secrets.base64(CHALLENGE_BYTES);
        store.ask(practice, Secrets.digest(challenge), patient);
        return new PasskeyQuestion(
                challenge,
                check.host(),
                patient == null ? null : text(bytes(patient.value())),
                patient == null ? null : email == null ? "Anteroom" : email.value(),
                patient == null
                        ? List.of()
                        : store.credentials(practice, patient).stream()
                                .map(Passkeys::text)
                                .toList());
    }

    private static String named(String typed) {
        String name = typed.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+", " ").strip();
        return name.isEmpty() ? "Passkey" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** An account without a way in is none. */
    private static final class NoWayIn extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
