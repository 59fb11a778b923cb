package uk.anteroom.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.testing.Eventually.eventually;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.patient.Patient;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/**
 * How long it takes from an invitation that is stored until its provider has it, by the database's clock for both: half of them emails over SMTP, half text messages
 * over HTTP to a stand-in of GOV.UK Notify. Ten practices of a hundred patients. {@code bin/bench letters} prints the figures.
 */
@Tag("bench")
class HandOverSpeedTest extends RunningService {

    private static final int PRACTICES = 10;
    private static final int PATIENTS = 100;
    private static final int PACED = Integer.getInteger("letters", 600);
    private static final int PER_SECOND = 20;
    /** Nothing is compiled before. */
    private static final int WARM_UP = 200;

    @Autowired
    private Invitations invitations;

    @Autowired
    private Cast cast;

    private final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());
    private final List<Invited> everybody = new ArrayList<>();

    private record Invited(Surgery surgery, Patient patient, ContactPoint to) {}

    @DynamicPropertySource
    static void throughNotify(DynamicPropertyRegistry registry) {
        registry.add("anteroom.delivery.sms", () -> "govuk-notify");
        registry.add("anteroom.govuk-notify.answer-within", () -> "10s");
    }

    @BeforeEach
    void people() {
        for (int p = 0; p < PRACTICES; p++) {
            Surgery surgery = cast.surgery();
            for (int i = 0; i < PATIENTS; i++) {
                int n = p * PATIENTS + i;
                String email = "person-%d@mail.example".formatted(n);
                String mobile = "+4477009%05d".formatted(n);
                Patient patient =
                        cast.patient(surgery.practice(), "Given" + n, "Family" + n, "1957-03-14", email, mobile);
                everybody.add(
                        new Invited(surgery, patient, n % 2 == 0 ? new EmailAddress(email) : new MobileNumber(mobile)));
            }
        }
    }

    @Test
    void figures() throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            invite(everybody.get(i % everybody.size()));
        }
        drained();
        forget();

        long start = System.nanoTime();
        for (int i = 0; i < PACED; i++) {
            long due = start + i * Duration.ofSeconds(1).toNanos() / PER_SECOND;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            invite(everybody.get(i % everybody.size()));
        }
        drained();
        print(PACED + " at " + PER_SECOND + "/s", latencies());
        forget();

        try (ExecutorService staff = Executors.newFixedThreadPool(PRACTICES)) {
            List<Future<?>> all = new ArrayList<>();
            for (int p = 0; p < PRACTICES; p++) {
                List<Invited> ours = everybody.subList(p * PATIENTS, (p + 1) * PATIENTS);
                all.add(staff.submit(() -> ours.forEach(this::invite)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        drained();
        print(PRACTICES * PATIENTS + " at once", latencies());
        double seconds = superuser
                .sql(
                        "select extract(epoch from max(sent_at) - min(created_at)) from letter where state in ('SENT', 'DELIVERED')")
                .query(Double.class)
                .single();
        System.out.printf(
                Locale.UK,
                "drained in %.1f s from the first that was stored: %.0f/s%n",
                seconds,
                PRACTICES * PATIENTS / seconds);
    }

    private void invite(Invited who) {
        assertThat(invitations.send(
                        who.surgery().clinician(),
                        who.patient(),
                        who.surgery().clinician().id(),
                        null,
                        who.to(),
                        false,
                        UUID.randomUUID()))
                .isInstanceOf(Sending.Sent.class);
    }

    private void drained() {
        int before = -1;
        for (int open = open(); open > 0; open = open()) {
            assertThat(open).as("letters that are still here").isNotEqualTo(before);
            before = open;
            int now = open;
            eventually("fewer than " + now, () -> open() < now);
        }
    }

    private int open() {
        return superuser
                .sql("select count(*) from letter where state = 'QUEUED'")
                .query(Integer.class)
                .single();
    }

    private void forget() {
        superuser.sql("delete from letter").update();
    }

    private List<Double> latencies() {
        assertThat(superuser
                        .sql("select count(*) from letter where state not in ('SENT', 'DELIVERED') or tries > 1")
                        .query(Integer.class)
                        .single())
                .isZero();
        return superuser
                .sql("select extract(epoch from sent_at - created_at) * 1000 from letter order by 1")
                .query(Double.class)
                .list();
    }

    private static void print(String what, List<Double> sorted) {
        System.out.printf(
                Locale.UK,
                "stored to handed over, %s: p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, most %.0f ms%n",
                what,
                percentile(sorted, 50),
                percentile(sorted, 95),
                percentile(sorted, 99),
                Objects.requireNonNull(sorted.getLast()));
    }

    /** By nearest rank. */
    private static double percentile(List<Double> sorted, int percent) {
        return sorted.get(Math.max(0, (int) Math.ceil(percent / 100.0 * sorted.size()) - 1));
    }
}
