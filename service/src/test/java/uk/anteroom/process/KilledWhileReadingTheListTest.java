package uk.anteroom.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.Anteroom;
import uk.anteroom.practicelist.PatientServer;
import uk.anteroom.practicelist.Someone;
import uk.anteroom.practicelist.TestNumbers;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** The process dies between two pages of a practice list. */
@Tag("process")
class KilledWhileReadingTheListTest {

    private static final int MANY = 450;
    /** A dead node's jobs are taken over within 20 s. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void theReadingGoesOnWithTheNextPageAfterTheRestart() throws Exception {
        String database = "killed_" + UUID.randomUUID().toString().replace("-", "");
        String url = TestDatabase.get().newDatabase(database);
        JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuserOf(database));
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try (PatientServer record = new PatientServer()) {
            Surgery surgery = surgery(url, database);
            superuser
                    .sql("insert into clinical_system (practice_id, fhir_base_url) values (:practice, :address)")
                    .param("practice", surgery.practice().value())
                    .param("address", record.base().toString())
                    .update();
            for (int i = 0; i < MANY; i++) {
                record.put(Someone.named("p" + i, TestNumbers.number(i), "Given" + i, "Family" + i));
            }
            record.stallsFrom(1);
            try (Node first = Node.start(url, mail.getSmtp().getPort())) {
                Browser manager = first.browser();
                manager.signIn(surgery.manager());
                manager.submit(manager.open("/settings/practice-list"), "form[action$=/readings]", Map.of());
                await("the second page to be asked for", () -> record.asked().size() == 2);
                first.kill();
            }
            assertThat(number(superuser, "select pages from list_reading")).isEqualTo(1);
            record.goesOn();
            try (Node second = Node.start(url, mail.getSmtp().getPort())) {
                await(
                        "the end of the reading",
                        () -> number(superuser, "select count(*) from list_reading where state = 'DONE'") == 1);
                assertThat(number(superuser, "select count(*) from patient where record_id is not null"))
                        .isEqualTo(MANY);
                assertThat(number(superuser, "select added from list_reading")).isEqualTo(MANY);
                assertThat(record.asked().stream()
                                .filter(asked -> !asked.address().contains("from=")))
                        .as("the first page was taken in once")
                        .hasSize(1);
                await(
                        "the job to be done",
                        () -> number(superuser, "select count(*) from scheduled_tasks where task_name = 'list-reading'")
                                == 0);
                assertThat(second.browser().signIn(surgery.manager()).status()).isEqualTo(200);
            }
        } finally {
            mail.stop();
        }
    }

    /** Made by the service itself, with its scheduler asleep. */
    private static Surgery surgery(String url, String database) {
        var settings = new ArrayList<>(Node.settings(url, 1));
        settings.add("db-scheduler.polling-interval=1h");
        settings.add("server.port=0");
        settings.add("test.database=" + database);
        try (ConfigurableApplicationContext idle = new SpringApplicationBuilder(Anteroom.class)
                .run(settings.stream().map(setting -> "--" + setting).toArray(String[]::new))) {
            return idle.getBean(Cast.class).surgery();
        }
    }

    private static int number(JdbcClient superuser, String query) {
        return superuser.sql(query).query(Integer.class).single();
    }

    private static void await(String what, BooleanSupplier answer) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!answer.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("Waited in vain for " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
