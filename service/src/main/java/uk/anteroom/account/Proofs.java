package uk.anteroom.account;

import java.util.List;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.Limit;
import uk.anteroom.kernel.Limits;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.kernel.Secrets;

/** Shows again who somebody is before they change the ways into their account: whoever finds a browser that was left open must not make themselves a way in. */
@Service
public class Proofs {

    private final SessionStore sessions;
    private final Accounts accounts;
    private final PasskeyStore passkeys;
    private final PasskeyCheck check;
    private final Limits limits;
    private final Secrets secrets;
    private final Audit audit;
    private final PracticeTransactions transactions;

    Proofs(
            SessionStore sessions,
            Accounts accounts,
            PasskeyStore passkeys,
            PasskeyCheck check,
            Limits limits,
            Secrets secrets,
            Audit audit,
            PracticeTransactions transactions) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.check = check;
        this.limits = limits;
        this.secrets = secrets;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Whether they have signed in, or proved it again, within the last ten minutes. */
    public boolean lately(AccountVisit visit) {
        return transactions.in(visit.practice(), () -> sessions.provedLately(visit.practice(), visit.session()));
    }

    /** By their password. */
    public Proving byPassword(AccountVisit visit, String password) {
        // the same tries as for a new password: whoever found the browser must not guess it here
        if (!limits.take(Limit.SIGN_INS_BY_KNOWN_DEVICE, visit.practice() + "/" + visit.session())) {
            return Proving.TOO_MANY;
        }
        if (!accounts.knows(visit.practice(), visit.holder(), password)) {
            return Proving.WRONG;
        }
        transactions.in(visit.practice(), () -> proved(visit));
        return Proving.PROVED;
    }

    /** Asks the browser of somebody who is signed in to sign with a passkey of theirs. */
    public PasskeyQuestion ask(AccountVisit visit) {
        String challenge = secrets.base64(Passkeys.CHALLENGE_BYTES);
        transactions.in(
                visit.practice(), () -> passkeys.ask(visit.practice(), Secrets.digest(challenge), visit.holder()));
        return new PasskeyQuestion(challenge, check.host(), null, null, List.of());
    }

    /** By what it signed. Only a passkey of the same account counts. */
    public Proving byPasskey(AccountVisit visit, String answer) {
        PracticeId practice = visit.practice();
        return check.readAnswer(answer)
                .filter(read -> transactions.in(practice, () -> {
                    boolean signed = passkeys.answered(practice, Secrets.digest(read.challenge()), visit.holder())
                            && passkeys.withCredential(practice, read.credentialId())
                                    .filter(key -> key.patient().equals(visit.holder()))
                                    .flatMap(key -> check.signed(read, key).map(count -> {
                                        passkeys.used(practice, key.id(), count);
                                        return key;
                                    }))
                                    .isPresent();
                    if (signed) {
                        proved(visit);
                    }
                    return signed;
                }))
                .map(read -> Proving.PROVED)
                .orElse(Proving.WRONG);
    }

    private void proved(AccountVisit visit) {
        sessions.proved(visit.practice(), visit.session());
        audit.patient(
                visit.practice(),
                visit.holder().value(),
                "account.proved_again",
                "patient",
                visit.holder().value());
    }
}
