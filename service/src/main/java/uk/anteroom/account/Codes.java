package uk.anteroom.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.anteroom.kernel.DeviceKey;
import uk.anteroom.kernel.JobName;
import uk.anteroom.kernel.Limit;
import uk.anteroom.kernel.Limits;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeJobs;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.kernel.Secrets;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.Practices;

/**
 * Codes that go to a contact on the list and come back by a browser. Whoever asks is answered before anybody has looked whom they mean ({@link CodeJob}), so
 * that neither the answer nor its time tells.
 */
@Component
class Codes {

    /** Somebody who typed the code that was sent to a contact on the list. */
    record Proof(PracticeId practice, UUID code, CodePurpose purpose, PatientId patient) {}

    private final CodeStore store;
    private final Practices practices;
    private final PracticeJobs jobs;
    private final Limits limits;
    private final Secrets secrets;
    private final Clock clock;
    private final PracticeTransactions transactions;

    Codes(
            CodeStore store,
            Practices practices,
            PracticeJobs jobs,
            Limits limits,
            Secrets secrets,
            Clock clock,
            PracticeTransactions transactions) {
        this.store = store;
        this.practices = practices;
        this.jobs = jobs;
        this.limits = limits;
        this.secrets = secrets;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Answers what the browser keeps; empty only if too many came from that address. */
    Optional<DeviceKey> ask(PracticeId practice, CodePurpose purpose, String what, String address) {
        if (!limits.take(Limit.ACCOUNT_CODES_BY_ADDRESS, address)) {
            return Optional.empty();
        }
        DeviceKey key = DeviceKey.draw(practices.get(practice).publicCode(), secrets);
        UUID id = UUID.randomUUID();
        transactions.in(practice, () -> {
            store.ask(practice, id, purpose, key.digest(), what);
            jobs.schedule(CodeJob.TASK, new JobName(practice, id), clock.instant());
        });
        return Optional.of(key);
    }

    /** Checks what was typed. Five tries, also where nothing was sent. */
    CodeCheck check(DeviceKey key, String typed) {
        String digits = typed.replaceAll("[\\s-]", "");
        return practices
                .withCode(key.publicCode())
                .map(practice -> transactions.in(practice, () -> check(practice, key, digits)))
                .orElse(CodeCheck.OVER);
    }

    private CodeCheck check(PracticeId practice, DeviceKey key, String digits) {
        Optional<CodeStore.Row> row = store.takeTry(practice, key.digest());
        if (row.isEmpty()) {
            return CodeCheck.OVER;
        }
        // compared with something also where nothing was sent
        String right = row.get().code() == null ? "none" : row.get().code();
        if (!same(right, digits)) {
            return row.get().triesLeft() == 0 ? CodeCheck.OVER : CodeCheck.WRONG;
        }
        store.confirm(practice, row.get().id());
        return CodeCheck.RIGHT;
    }

    /** Who stands there with a code that was typed rightly, or a link of the staff's that was pressed. */
    Optional<Proof> proof(DeviceKey key) {
        return practices
                .withCode(key.publicCode())
                .flatMap(practice -> transactions.in(
                        practice,
                        () -> store.confirmed(practice, key.digest())
                                .filter(row -> row.patient() != null)
                                .map(row -> new Proof(
                                        practice, row.id(), row.purpose(), Objects.requireNonNull(row.patient())))));
    }

    /** True for the first who uses it, in the caller's transaction. */
    boolean use(Proof proof) {
        return store.use(proof.practice(), proof.code());
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
