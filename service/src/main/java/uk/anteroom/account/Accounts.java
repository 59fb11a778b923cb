package uk.anteroom.account;

import java.text.Normalizer;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.Limit;
import uk.anteroom.kernel.Limits;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.kernel.Reading;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.StaffMember;

/** The accounts of patients who registered. Each belongs to one practice. */
@Service
public class Accounts {

    private final AccountStore store;
    private final SessionStore sessions;
    private final Patients patients;
    private final PasswordEncoder passwords;
    private final Limits limits;
    private final Audit audit;
    private final AccountNotices notices;
    private final PracticeTransactions transactions;
    private final String nobodysHash;

    Accounts(
            AccountStore store,
            SessionStore sessions,
            Patients patients,
            PasswordEncoder passwords,
            Limits limits,
            Audit audit,
            AccountNotices notices,
            PracticeTransactions transactions) {
        this.store = store;
        this.sessions = sessions;
        this.patients = patients;
        this.passwords = passwords;
        this.limits = limits;
        this.audit = audit;
        this.notices = notices;
        this.transactions = transactions;
        this.nobodysHash = Objects.requireNonNull(passwords.encode("the password of nobody at all"));
    }

    /**
     * Opens an account for a patient on the list, who has proved who they are; of two at once one is opened.
     *
     * @param password null for whoever signs in by other ways
     */
    public Opened open(PracticeId practice, PatientId patient, EmailAddress email, @Nullable String password) {
        String hash = password == null ? null : passwords.encode(folded(password));
        return add(practice, patient, email, hash);
    }

    /** As {@link #open}, where the password was hashed before: that takes longer than a transaction should. */
    Opened add(PracticeId practice, PatientId patient, EmailAddress email, @Nullable String hash) {
        return transactions.in(practice, () -> {
            boolean trusted = patients.find(practice, patient)
                    .map(found ->
                            found.email() != null && found.email().folded().equals(email.folded()))
                    .orElse(false);
            if (store.add(practice, patient, email, trusted, hash)) {
                audit.patient(practice, patient.value(), "account.opened", "patient", patient.value());
                return Opened.OPENED;
            }
            return store.find(practice, patient).isPresent() ? Opened.THERE_IS_ONE : Opened.NAME_TAKEN;
        });
    }

    /** Opens one for somebody whom NHS login knows, and who needs no other way in; nothing if there is one. In the caller's transaction. */
    void openByNhsLogin(PracticeId practice, PatientId patient) {
        if (store.add(practice, patient, null, false, null)) {
            audit.patient(practice, patient.value(), "account.opened", "patient", patient.value());
            notices.tell(practice, patient, Notice.OPENED);
        }
    }

    /** The account of a patient who has one. */
    public Optional<PatientAccount> find(PracticeId practice, PatientId patient) {
        return transactions.in(practice, () -> store.find(practice, patient));
    }

    /** The account that somebody signs in to with that address. */
    Optional<PatientAccount> named(PracticeId practice, EmailAddress email) {
        return transactions.in(
                practice,
                () -> store.named(practice, email).flatMap(credentials -> store.find(practice, credentials.patient())));
    }

    /**
     * The patient an email address and password belong to in this practice; empty if there is none or the password is wrong,
     * which take equally long.
     */
    public Optional<PatientId> signIn(PracticeId practice, String typedEmail, String password) {
        if (password.length() > NewPassword.LONGEST
                || !(EmailAddress.read(typedEmail) instanceof Reading.Right<EmailAddress>(EmailAddress email))) {
            return Optional.empty();
        }
        Optional<AccountStore.Credentials> found = transactions.in(practice, () -> store.named(practice, email));
        String hash = found.map(AccountStore.Credentials::passwordHash).orElse(nobodysHash);
        boolean right = passwords.matches(folded(password), hash);
        return found.filter(credentials -> right && credentials.passwordHash() != null)
                .map(AccountStore.Credentials::patient);
    }

    /** Whether that is the password of the account; never where it has none. */
    boolean knows(PracticeId practice, PatientId holder, String password) {
        return password.length() <= NewPassword.LONGEST
                && transactions
                        .in(practice, () -> store.hash(practice, holder))
                        .filter(hash -> passwords.matches(folded(password), hash))
                        .isPresent();
    }

    /** Changes the password of whoever knows the old one, or has no password and proved lately who they are; signs out everywhere else. */
    public PasswordChange changePassword(AccountVisit visit, String old, NewPassword password) {
        PracticeId practice = visit.practice();
        PatientId holder = visit.holder();
        // whoever found a browser that is signed in must not guess the password there
        if (!limits.take(Limit.SIGN_INS_BY_KNOWN_DEVICE, practice + "/" + visit.session())) {
            return PasswordChange.TOO_MANY;
        }
        Optional<String> hash = transactions.in(practice, () -> store.hash(practice, holder));
        if (old.length() > NewPassword.LONGEST || hash.isPresent() && !passwords.matches(folded(old), hash.get())) {
            return PasswordChange.WRONG;
        }
        if (hash.isEmpty() && !transactions.in(practice, () -> sessions.provedLately(practice, visit.session()))) {
            return PasswordChange.NOT_PROVED;
        }
        String fresh = hash(password);
        return transactions.in(practice, () -> {
            // whoever changed it a moment before knows better which one is right
            if (!store.replace(practice, holder, hash.orElse(null), fresh)) {
                return PasswordChange.WRONG;
            }
            sessions.endAll(practice, holder, visit.session());
            audit.patient(practice, holder.value(), "account.password_changed", "patient", holder.value());
            notices.tell(practice, holder, Notice.PASSWORD_CHANGED);
            return PasswordChange.CHANGED;
        });
    }

    /** A new password for somebody who proved who they are without the old one, in the caller's transaction; signs out everywhere. */
    void recover(PracticeId practice, PatientId patient, String hash) {
        store.setHash(practice, patient, hash);
        sessions.endAll(practice, patient, null);
        audit.patient(practice, patient.value(), "account.recovered", "patient", patient.value());
    }

    String hash(NewPassword password) {
        return Objects.requireNonNull(passwords.encode(folded(password.value())));
    }

    /** Closes an account, with everything that belongs to it. The patient can open another. */
    public void close(StaffMember by, PatientId patient) {
        by.mustInvite();
        transactions.in(by.practice(), () -> {
            if (store.remove(by.practice(), patient)) {
                audit.staff(by, "account.closed", "patient", patient.value());
            }
        });
    }

    /** The same letters typed on two keyboards may be different bytes (NIST SP 800-63B, 3.1.1.2). */
    private static String folded(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
