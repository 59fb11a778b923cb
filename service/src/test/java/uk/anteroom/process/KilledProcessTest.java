package uk.anteroom.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Encounter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.Anteroom;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.journey.Story;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** A process can die between any two instructions. What was acknowledged happens all the same, and once. */
@Tag("process")
class KilledProcessTest {

    private static String database;
    private static String url;
    private static FarSide farSide;
    private static Surgery inviting;
    private static Surgery completing;
    private static ConsultationId ended;

    @BeforeAll
    static void start() throws Exception {
        database = "killed_" + UUID.randomUUID().toString().replace("-", "");
        url = TestDatabase.get().newDatabase(database);
        // it takes as long to start as everything else together
        FutureTask<FarSide> starting = new FutureTask<>(FarSide::start);
        Thread.ofVirtual().start(starting);
        try (ConfigurableApplicationContext idle = idle()) {
            inviting = idle.getBean(Cast.class).surgery();
            completing = idle.getBean(Cast.class).surgery();
            ended = idle.getBean(Story.class).ended(completing);
        }
        farSide = starting.get();
    }

    @AfterAll
    static void stop() {
        farSide.close();
    }

    @Test
    void killedBeforeHandOverTheLetterLeavesAfterTheRestartOnce() throws Exception {
        Surgery surgery = inviting;
        try (Silence smtp = new Silence();
                Node first = Node.start(url, smtp.port())) {
            Browser browser = first.browser();
            browser.signIn(surgery.clinician());
            Page form = browser.open("/patients/" + surgery.rosa().id() + "?video");
            Page sent = browser.submit(form, "form.a-invite", Map.of());
            assertThat(sent.path()).as("acknowledged").startsWith("/consultations/");
            await("the hand-over to begin", smtp::somebodyCalled);
            first.kill();
        }
        assertThat(letters("QUEUED")).isEqualTo(1);
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try (Node second = Node.start(url, mail.getSmtp().getPort())) {
            await("the letter", () -> letters("SENT") == 1);
            assertThat(Arrays.stream(mail.getReceivedMessages()).filter(KilledProcessTest::isOurs))
                    .hasSize(1);
            await("the job to be done", () -> jobs("letter") == 0);
        } finally {
            mail.stop();
        }
    }

    @Test
    void killedBetweenOutcomeAndCodingTheCodeIsWrittenAfterTheRestartOnce() throws Exception {
        Surgery surgery = completing;
        ConsultationId id = ended;
        farSide.knows(surgery.rosa().nhsNumber());
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try (Silence record = new Silence();
                Node first = Node.start(url, mail.getSmtp().getPort())) {
            clinicalSystem(surgery, "http://127.0.0.1:" + record.port() + "/fhir");
            Browser browser = first.browser();
            browser.signIn(surgery.clinician());
            Page decision = browser.open("/consultations/" + id);
            Page completed = browser.submit(decision, "form:has(input[value=COMPLETED])", Map.of());
            assertThat(completed.html().select("h1").text()).isEqualTo("Consultation completed");
            await("the coding to begin", record::somebodyCalled);
            first.kill();
        }
        assertThat(farSide.entries(id.value()).getEntry()).isEmpty();
        clinicalSystem(surgery, farSide.address());
        try (Node second = Node.start(url, mail.getSmtp().getPort())) {
            await("the code", () -> entries("SAVED", id) == 1);
            List<Bundle.BundleEntryComponent> written =
                    farSide.entries(id.value()).getEntry();
            assertThat(written).hasSize(1);
            Encounter encounter = (Encounter) written.getFirst().getResource();
            assertThat(encounter.getTypeFirstRep().getCodingFirstRep().getCode())
                    .isEqualTo("719410009");
            assertThat(encounter.getSubject().getReference()).startsWith("Patient/");
            Browser browser = second.browser();
            browser.signIn(surgery.clinician());
            assertThat(browser.open("/consultations/" + id).text()).contains("Saved to the record at");
        } finally {
            mail.stop();
        }
    }

    /** The service in this very process with its scheduler asleep: it stores jobs and runs none. */
    private static ConfigurableApplicationContext idle() {
        List<String> settings = new ArrayList<>(Node.settings(url, 1));
        settings.add("db-scheduler.immediate-execution-enabled=false");
        settings.add("db-scheduler.polling-interval=1h");
        settings.add("server.port=0");
        settings.add("test.database=" + database);
        return new SpringApplicationBuilder(Anteroom.class)
                .run(settings.stream().map(setting -> "--" + setting).toArray(String[]::new));
    }

    private static void clinicalSystem(Surgery surgery, String address) {
        JdbcClient.create(superuser())
                .sql("""
                        insert into clinical_system (practice_id, fhir_base_url) values (:practice, :address)
                        on conflict (practice_id) do update set fhir_base_url = excluded.fhir_base_url
                        """)
                .param("practice", surgery.practice().value())
                .param("address", address)
                .update();
    }

    private static int letters(String state) {
        return count("select count(*) from letter where state = '" + state + "' and practice_id = '"
                + inviting.practice() + "'");
    }

    private static boolean isOurs(MimeMessage mail) {
        String letter = JdbcClient.create(superuser())
                .sql("select letter_id::text from letter where practice_id = :practice")
                .param("practice", inviting.practice().value())
                .query(String.class)
                .single();
        try {
            return mail.getMessageID().contains(letter);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static int entries(String state, ConsultationId id) {
        return count(
                "select count(*) from record_entry where state = '" + state + "' and consultation_id = '" + id + "'");
    }

    private static int jobs(String task) {
        return count("select count(*) from scheduled_tasks where task_name = '" + task + "' and task_instance like '"
                + inviting.practice() + "/%'");
    }

    private static int count(String query) {
        return JdbcClient.create(superuser()).sql(query).query(Integer.class).single();
    }

    private static DataSource superuser() {
        return TestDatabase.get().superuserOf(database);
    }

    /** A dead node's job is taken over when its heartbeat has been missed four times. */
    private static void await(String what, BooleanSupplier happened) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(90));
        while (!happened.getAsBoolean()) {
            assertThat(Instant.now()).as("waiting for " + what).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
