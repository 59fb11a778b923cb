package uk.anteroom.loadedpatient.fhircast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.anteroom.loadedpatient.fhircast.HubSubscribingTest.BOTH;
import static uk.anteroom.loadedpatient.fhircast.HubSubscribingTest.assertRefused;
import static uk.anteroom.testing.Fhircast.id;
import static uk.anteroom.testing.Fhircast.open;
import static uk.anteroom.testing.RawProgram.endpoint;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.loadedpatient.LoadedPatient;
import uk.anteroom.loadedpatient.LoadedPatients;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.Desk;
import uk.anteroom.testing.RawProgram;
import uk.anteroom.testing.RawSocket;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** What a hub must withstand (page 4-3 of FHIRcast 3.0.0, and common malice). */
class HubSecurityTest extends RunningService {

    @Autowired
    Cast cast;

    @Autowired
    Desk desk;

    @Autowired
    LoadedPatients loaded;

    final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());

    Surgery surgery;
    Surgery other;
    RawProgram clinicalSystem;
    RawProgram stranger;

    @BeforeEach
    void connect() {
        surgery = cast.surgery();
        other = cast.surgery();
        clinicalSystem = desk.clinicalSystem(port, surgery.clinician());
        stranger = desk.clinicalSystem(port, other.clinician());
    }

    @Test
    void topicOfAnotherPracticeOrColleagueIsNotThere() {
        RawProgram colleague = desk.clinicalSystem(port, surgery.receptionist());
        for (RawProgram program : List.of(stranger, colleague)) {
            String foreign = clinicalSystem.topic();
            assertRefused(program.event(open(foreign, id(), Instant.now(), surgery.rosa())), 404);
            assertRefused(program.get("/fhircast/" + foreign), 404);
            assertRefused(
                    program.form(
                            "/fhircast",
                            "hub.channel.type=websocket&hub.mode=subscribe&hub.events=Patient-open&hub.topic="
                                    + foreign),
                    404);
        }
        assertThat(loaded.of(surgery.clinician())).isInstanceOf(LoadedPatient.Unknown.class);
    }

    @Test
    void endpointOfAnotherCannotBeChangedOrEnded() {
        String endpoint = endpoint(clinicalSystem.subscribe(BOTH));
        try (RawSocket socket = clinicalSystem.open(endpoint)) {
            socket.awaitMode("subscribe");
            assertRefused(stranger.unsubscribe(endpoint), 404);
            RawProgram toolbar = desk.toolbar(port, surgery.clinician());
            assertRefused(toolbar.unsubscribe(endpoint), 404);
            String event = id();
            clinicalSystem.event(open(clinicalSystem.topic(), event, Instant.now(), surgery.rosa()));
            socket.awaitEvent(event);
        }
    }

    @Test
    void guessedEndpointsOpenNoSocket() {
        for (String guess : List.of("x", surgery.practice() + ".guess", "..", "%00", "a".repeat(5000))) {
            assertThatThrownBy(() -> clinicalSystem.open("ws://localhost/fhircast/socket/" + guess))
                    .as(guess)
                    .isInstanceOf(CompletionException.class);
        }
    }

    @Test
    void bodiesOfMoreThan64KiBAreTooLarge() {
        String good = open(clinicalSystem.topic(), id(), Instant.now(), surgery.rosa());
        String large = good.replace("\"gender\"", "\"language\": \"" + "x".repeat(65 * 1024) + "\", \"gender\"");
        assertRefused(clinicalSystem.event(large), 413);
        String below = good.replace("\"gender\"", "\"language\": \"" + "x".repeat(60 * 1024) + "\", \"gender\"");
        assertThat(clinicalSystem.event(below).statusCode()).isEqualTo(202);
    }

    @Test
    void deepNestingIsRefusedUnread() {
        String good = open(clinicalSystem.topic(), id(), Instant.now(), surgery.rosa());
        String deep =
                good.replace("\"gender\"", "\"extension\": " + "[".repeat(200) + "]".repeat(200) + ", \"gender\"");
        assertRefused(clinicalSystem.event(deep), 400);
    }

    @Test
    void framesOfMoreThan64KiBCloseTheSocket() {
        RawSocket socket = clinicalSystem.listen(BOTH);
        socket.say("{\"id\":\"" + "x".repeat(65 * 1024) + "\",\"status\":\"200\"}");
        assertThat(socket.awaitClosed()).isEqualTo(1009);
    }

    @Test
    void whatIsNoAnswerClosesTheSocket() {
        for (String said :
                List.of("hello", "{}", "{\"id\":\"1\",\"status\":\"fine\"}", "{\"id\":1,\"status\":200}", "[]")) {
            RawSocket socket = clinicalSystem.listen(BOTH);
            socket.say(said);
            assertThat(socket.awaitClosed()).as(said).isEqualTo(1008);
        }
        RawSocket binary = clinicalSystem.listen(BOTH);
        binary.binary();
        assertThat(binary.awaitClosed()).isEqualTo(1003);
    }

    @Test
    void answersToNothingAreIgnored() {
        try (RawSocket socket = clinicalSystem.listen(BOTH)) {
            socket.say("{\"id\":\"never-told\",\"status\":\"500\"}");
            String event = id();
            clinicalSystem.event(open(clinicalSystem.topic(), event, Instant.now(), surgery.rosa()));
            socket.awaitEvent(event);
            assertThat(socket.open()).isTrue();
        }
    }

    @Test
    void floodedSocketIsCutOffAndDisturbsNobody() {
        RawSocket loud = clinicalSystem.listen(BOTH);
        RawProgram toolbar = desk.toolbar(port, surgery.clinician());
        try (RawSocket quiet = toolbar.listen(BOTH)) {
            Thread flood = Thread.ofVirtual().start(() -> {
                try {
                    for (int i = 0; i < 1000 && loud.open(); i++) {
                        loud.say("{\"id\":\"" + i + "\",\"status\":\"200\"}");
                    }
                } catch (CompletionException e) {
                    // cut off
                }
            });
            // Jetty hangs up as soon as it has said why; whoever still writes may meet the broken pipe before it reads
            // that
            assertThat(loud.awaitClosed()).isIn(1008, 1006);
            String event = id();
            clinicalSystem.event(open(clinicalSystem.topic(), event, Instant.now(), surgery.rosa()));
            quiet.awaitEvent(event);
            flood.interrupt();
        }
    }

    @Test
    void oneTokenHasFourSubscriptionsAtMost() {
        for (int i = 0; i < 4; i++) {
            assertThat(clinicalSystem.subscribe(BOTH).statusCode()).isEqualTo(202);
        }
        assertRefused(clinicalSystem.subscribe(BOTH), 429);
    }

    @Test
    void whoeverLeftThePracticeHearsNothingFromThatMoment() {
        RawProgram toolbar = desk.toolbar(port, surgery.clinician());
        RawSocket socket = toolbar.listen(BOTH);
        String topic = toolbar.topic();
        superuser
                .sql("update staff_member set left_at = clock_timestamp() where staff_id = :id")
                .param("id", surgery.clinician().id().value())
                .update();
        assertThat(clinicalSystem
                        .event(open(topic, id(), Instant.now(), surgery.rosa()))
                        .statusCode())
                .isEqualTo(401);
        assertThat(toolbar.get("/toolbar/session").statusCode()).isEqualTo(401);
        assertThat(socket.awaitMode("denied").path("hub.reason").asString()).isEqualTo("the token has ended");
        assertThat(socket.events()).isEmpty();
    }

    @Test
    void nothingThatIsKeptInTheClearNamesThePatient() {
        clinicalSystem.event(open(clinicalSystem.topic(), id(), Instant.now(), surgery.rosa()));
        assertThat(loaded.of(surgery.clinician())).isInstanceOf(LoadedPatient.OnList.class);
        for (String table : List.of("loaded_patient", "loaded_event", "audit_entry")) {
            List<String> rows = superuser
                    .sql("select t::text from " + table + " t where practice_id = :practice")
                    .param("practice", surgery.practice().value())
                    .query(String.class)
                    .list();
            assertThat(rows)
                    .as(table)
                    .isNotEmpty()
                    .noneMatch(row -> row.contains("Whitfield")
                            || row.contains(surgery.rosa().nhsNumber().value())
                            || row.contains("1957")
                            || row.contains(clinicalSystem.topic()));
        }
    }

    @Test
    void idsThatCouldHoldANameAreRefused() {
        HttpResponse<String> answer =
                clinicalSystem.event(open(clinicalSystem.topic(), "Rosa Whitfield", Instant.now(), surgery.rosa()));
        assertRefused(answer, 400);
    }
}
