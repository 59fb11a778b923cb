package uk.anteroom.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Provenance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

/**
 * A day of outcomes on which service and clinical system die at every step of the way into the record, in an order that the seed decides.
 * {@code -Dconsultations=40 -Dblows=8 -Dseed=1} makes it shorter, or the same again.
 */
@Tag("schedule")
class KilledWhileCodingTest {

    private static final Logger log = LoggerFactory.getLogger(KilledWhileCodingTest.class);

    private static final int CONSULTATIONS = Integer.getInteger("consultations", 200);
    private static final int BLOWS = Integer.getInteger("blows", 30);
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    /** Nobody may be invited more often within an hour. */
    private static final int OF_ONE_PATIENT = 5;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Random random = new Random(SEED);
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final List<Blow> struck = Collections.synchronizedList(new ArrayList<>());
    private String url;
    private String recordUrl;
    private JdbcClient superuser;
    private FarSide record;
    private Bridge bridge;
    private volatile Node node;
    private final Map<Surgery, Browser> desks = new HashMap<>();

    /** A consultation that has ended and awaits its outcome. */
    private record Due(Surgery surgery, ConsultationId id) {}

    @BeforeEach
    void start() throws IOException {
        String name = UUID.randomUUID().toString().replace("-", "");
        url = TestDatabase.get().newDatabase("coding_" + name);
        recordUrl = TestDatabase.get().newDatabase("record_" + name)
                + "?user=anteroom_owner&password="
                + TestDatabase.get().password();
        superuser = JdbcClient.create(TestDatabase.get().superuserOf("coding_" + name));
        mail.start();
    }

    @AfterEach
    void stop() {
        node.close();
        bridge.close();
        record.close();
        mail.stop();
    }

    @Test
    void everyCompletedConsultationIsInTheRecordOnceAndNoOther() throws Exception {
        log.info("Seed {}", SEED);
        List<Due> ended = ended();
        record = FarSide.on(recordUrl);
        bridge = new Bridge(record.address(), this::strike);
        ended.stream().map(Due::surgery).distinct().forEach(this::connect);
        node = Node.start(url, mail.getSmtp().getPort());
        List<Blow> schedule = schedule();
        List<ConsultationId> completed = new ArrayList<>();
        List<ConsultationId> unsuccessful = new ArrayList<>();
        for (int i = 0; i < ended.size(); i++) {
            // as many as are due by now, spread over the day
            if (!schedule.isEmpty() && !bridge.armed() && i * BLOWS / CONSULTATIONS >= BLOWS - schedule.size()) {
                bridge.arm(schedule.removeFirst());
            }
            boolean success = random.nextInt(4) > 0;
            decide(ended.get(i), success);
            (success ? completed : unsuccessful).add(ended.get(i).id());
        }
        await("every code to be in the record", () -> pending() == 0);

        log.info("{} completed, {} unsuccessful, struck: {}", completed.size(), unsuccessful.size(), struck);
        assertThat(struck).hasSize(BLOWS);
        for (ConsultationId id : completed) {
            assertThat(record.entries(id.value()).getEntry())
                    .as("entries of %s", id)
                    .hasSize(1);
        }
        for (ConsultationId id : unsuccessful) {
            assertThat(record.entries(id.value()).getEntry())
                    .as("entries of %s", id)
                    .isEmpty();
        }
        assertThat(record.count(Encounter.class)).isEqualTo(completed.size());
        assertThat(record.count(Provenance.class)).isEqualTo(completed.size());
        assertThat(number("select count(*) from record_entry where state = 'SAVED'"))
                .isEqualTo(completed.size());
        assertThat(number("select count(*) from record_entry")).isEqualTo(completed.size());
    }

    /** Every step for either victim, as often as there are blows, in an order of the seed's. */
    private List<Blow> schedule() {
        List<Blow> all = new ArrayList<>();
        while (all.size() < BLOWS) {
            List<Blow> round = new ArrayList<>();
            for (Blow.Victim victim : Blow.Victim.values()) {
                for (Blow.Moment moment : Blow.Moment.values()) {
                    round.add(new Blow(victim, moment, random.nextInt(2) * random.nextInt(60)));
                }
            }
            Collections.shuffle(round, random);
            all.addAll(round);
        }
        return new ArrayList<>(all.subList(0, BLOWS));
    }

    private void strike(Blow blow) {
        if (blow.victim() == Blow.Victim.RECORD) {
            record.kill();
        } else {
            try {
                node.kill();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        struck.add(blow);
    }

    /** The clinician says how it was, and says it again if nobody answered. */
    private void decide(Due due, boolean success) throws Exception {
        String button = "form:has(input[value=" + (success ? "COMPLETED" : "UNSUCCESSFUL") + "])";
        String heading = success ? "Consultation completed" : "Consultation unsuccessful";
        Instant deadline = Instant.now().plus(PATIENCE);
        for (; ; ) {
            revive();
            try {
                Browser browser = desk(due.surgery());
                Page page = browser.open("/consultations/" + due.id());
                if (page.html().selectFirst(button) != null) {
                    if (success) {
                        Thread.ofVirtual().start(() -> bridge.reach(Blow.Moment.DECIDING));
                    }
                    page = browser.submit(page, button, Map.of());
                }
                assertThat(page.html().select("h1").text()).isEqualTo(heading);
                return;
            } catch (UncheckedIOException e) {
                assertThat(Instant.now()).as("before the decision was taken").isBefore(deadline);
            }
        }
    }

    private void revive() throws Exception {
        if (!record.alive()) {
            record = FarSide.on(recordUrl);
            bridge.leadsTo(record.address());
        }
        if (!node.alive()) {
            desks.clear();
            node = Node.start(url, mail.getSmtp().getPort());
        }
    }

    private Browser desk(Surgery surgery) {
        return desks.computeIfAbsent(surgery, _ -> {
            Browser browser = node.browser();
            browser.signIn(surgery.clinician());
            return browser;
        });
    }

    private void connect(Surgery surgery) {
        record.knows(surgery.rosa().nhsNumber());
        superuser
                .sql("insert into clinical_system (practice_id, fhir_base_url) values (:practice, :address)")
                .param("practice", surgery.practice().value())
                .param("address", bridge.address())
                .update();
    }

    /** Made with the scheduler asleep. */
    private List<Due> ended() {
        List<String> settings =
                new ArrayList<>(Node.settings(url, mail.getSmtp().getPort()));
        settings.add("db-scheduler.immediate-execution-enabled=false");
        settings.add("db-scheduler.polling-interval=1h");
        settings.add("server.port=0");
        settings.add("test.database=" + url.substring(url.lastIndexOf('/') + 1));
        try (ConfigurableApplicationContext idle = new SpringApplicationBuilder(Anteroom.class)
                .run(settings.stream().map(setting -> "--" + setting).toArray(String[]::new))) {
            Story story = idle.getBean(Story.class);
            Surgery surgery = null;
            List<Due> all = new ArrayList<>();
            for (int i = 0; i < CONSULTATIONS; i++) {
                if (surgery == null || i % OF_ONE_PATIENT == 0) {
                    surgery = idle.getBean(Cast.class).surgery();
                }
                all.add(new Due(surgery, story.ended(surgery)));
            }
            return all;
        }
    }

    private int pending() {
        // an outage was longer in the schedule than here: whatever waits for its next try has it now
        superuser
                .sql(
                        "update scheduled_tasks set execution_time = now() where task_name = 'record-entry' and not picked")
                .update();
        return number("select count(*) from record_entry where state = 'PENDING'");
    }

    private int number(String query) {
        return superuser.sql(query).query(Integer.class).single();
    }

    private interface Answer {
        boolean yes() throws Exception;
    }

    private void await(String what, Answer answer) throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!answer.yes()) {
            revive();
            assertThat(Instant.now()).as("waiting for " + what).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
