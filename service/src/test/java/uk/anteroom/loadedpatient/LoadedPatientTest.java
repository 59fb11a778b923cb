package uk.anteroom.loadedpatient;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.testing.Eventually.eventually;
import static uk.anteroom.testing.Fhircast.close;
import static uk.anteroom.testing.Fhircast.id;
import static uk.anteroom.testing.Fhircast.open;
import static uk.anteroom.testing.RawProgram.endpoint;
import static uk.anteroom.testing.RawProgram.json;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import uk.anteroom.patient.Patient;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.Desk;
import uk.anteroom.testing.Fhircast;
import uk.anteroom.testing.RawProgram;
import uk.anteroom.testing.RawSocket;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** Who is open, and for how long that is believed; with times short enough to wait for. */
@TestPropertySource(
        properties = {
            // a second service on one database would take the jobs of the first
            "db-scheduler.enabled=false",
            "anteroom.loaded-patient.silent-after=1500ms",
            "anteroom.loaded-patient.ping-every=200ms",
            "anteroom.loaded-patient.answer-within=500ms",
            "anteroom.loaded-patient.connect-within=1s"
        })
class LoadedPatientTest extends RunningService {

    static final String ALL = "Patient-open,Patient-close,SyncError";

    @Autowired
    Cast cast;

    @Autowired
    Desk desk;

    @Autowired
    LoadedPatients loaded;

    final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());

    Surgery surgery;
    StaffMember amara;
    Patient rosa;
    RawProgram clinicalSystem;
    RawProgram toolbar;
    String topic;

    @BeforeEach
    void connect() {
        surgery = cast.surgery();
        amara = surgery.clinician();
        rosa = surgery.rosa();
        clinicalSystem = desk.clinicalSystem(port, amara);
        toolbar = desk.toolbar(port, amara);
        topic = clinicalSystem.topic();
    }

    @Test
    void nothingConnectedIsUnknownAndAnOpenPatientIsFoundOnTheList() {
        assertThat(loaded.of(amara)).isInstanceOf(LoadedPatient.Unknown.class);
        String event = id();
        Instant at = Instant.now();
        clinicalSystem.event(open(topic, event, at, rosa));
        assertThat(loaded.of(amara)).isInstanceOfSatisfying(LoadedPatient.OnList.class, open -> {
            assertThat(open.patient()).isEqualTo(rosa.id());
            assertThat(open.eventId()).isEqualTo(event);
            assertThat(open.since()).isBetween(at.minusMillis(1), at.plusMillis(1));
        });
        assertThat(loaded.of(surgery.receptionist())).isInstanceOf(LoadedPatient.Unknown.class);
    }

    @Test
    void numberWithAnotherDateOfBirthIsNotOnTheList() {
        List<String> resources = List.of(
                Fhircast.patient("1", rosa.nhsNumber().value(), "Rosa", "Whitfield", "1957-03-15"),
                Fhircast.patient("1", rosa.nhsNumber().value(), "Rosa", "Whitfield", "1957"),
                Fhircast.patient("1", "9990000018", "Rosa", "Whitfield", "1957-03-14"),
                Fhircast.patient("1", "1234567890", "Rosa", "Whitfield", "1957-03-14"),
                Fhircast.patient(rosa.id().toString(), "", "Rosa", "Whitfield", "1957-03-14"),
                Fhircast.patient("1", cast.surgery().rosa().nhsNumber().value(), "Rosa", "Whitfield", "1957-03-14"));
        for (String resource : resources) {
            assertThat(clinicalSystem
                            .event(Fhircast.event(topic, id(), Instant.now().toString(), "Patient-open", resource))
                            .statusCode())
                    .isEqualTo(202);
            assertThat(loaded.of(amara)).as(resource).isInstanceOf(LoadedPatient.NotOnList.class);
        }
    }

    @Test
    void silentSourceIsNotBelievedAndProgramsAreToldThatNobodyIsOpen() {
        try (RawSocket listening = toolbar.listen(ALL)) {
            String event = id();
            clinicalSystem.event(open(topic, event, Instant.now(), rosa));
            listening.awaitEvent(event);
            eventually("Unknown", () -> loaded.of(amara) instanceof LoadedPatient.Unknown);
            eventually("a close", () -> !listening.events("Patient-close").isEmpty());
            assertThat(json(toolbar.context()).path("context").isEmpty()).isTrue();
            // back again, it repeats what it told
            clinicalSystem.event(open(topic, event, Instant.now(), rosa));
            eventually("open again", () -> listening.events("Patient-open").size() == 2);
            assertThat(loaded.of(amara)).isInstanceOf(LoadedPatient.OnList.class);
        }
    }

    @Test
    void sourceThatListensIsBelievedForAsLongAsItDoes() {
        try (RawSocket source = clinicalSystem.listen(ALL)) {
            assertThat(loaded.of(amara)).isInstanceOf(LoadedPatient.Nobody.class);
            clinicalSystem.event(open(topic, id(), Instant.now(), rosa));
            Instant later = Instant.now().plus(Duration.ofSeconds(3));
            eventually("three seconds", () -> {
                assertThat(loaded.of(amara)).isInstanceOf(LoadedPatient.OnList.class);
                return Instant.now().isAfter(later);
            });
            source.stopReading();
            eventually("Unknown", () -> loaded.of(amara) instanceof LoadedPatient.Unknown);
        }
    }

    @Test
    void sourceThatSaysGoodbyeIsNotBelievedFromThatMoment() {
        String endpoint = endpoint(clinicalSystem.subscribe(ALL));
        try (RawSocket source = clinicalSystem.open(endpoint);
                RawSocket listening = toolbar.listen(ALL)) {
            source.awaitMode("subscribe");
            clinicalSystem.event(open(topic, id(), Instant.now(), rosa));
            assertThat(loaded.of(amara)).isInstanceOf(LoadedPatient.OnList.class);
            clinicalSystem.unsubscribe(endpoint);
            assertThat(loaded.of(amara)).isInstanceOf(LoadedPatient.Unknown.class);
            eventually("a close", () -> !listening.events("Patient-close").isEmpty());
        }
        RawSocket again = clinicalSystem.listen(ALL);
        clinicalSystem.event(open(topic, id(), Instant.now(), rosa));
        assertThat(loaded.of(amara)).isInstanceOf(LoadedPatient.OnList.class);
        again.leave(1000);
        eventually("Unknown", () -> loaded.of(amara) instanceof LoadedPatient.Unknown);
    }

    @Test
    void endedTokenIsNotBelievedFromThatMoment() {
        clinicalSystem.event(open(topic, id(), Instant.now(), rosa));
        clinicalSystem.delete("/toolbar/session");
        eventually("Unknown", () -> loaded.of(amara) instanceof LoadedPatient.Unknown);
    }

    @Test
    void topicThatEndedLeavesNothingBehindAndIsFollowedByAnother() {
        clinicalSystem.event(open(topic, id(), Instant.now(), rosa));
        superuser
                .sql("update loaded_patient set topic_dies_at = clock_timestamp() where staff_id = :staff")
                .param("staff", amara.id().value())
                .update();
        assertThat(loaded.of(amara)).isInstanceOf(LoadedPatient.Unknown.class);
        assertThat(clinicalSystem.event(open(topic, id(), Instant.now(), rosa)).statusCode())
                .isEqualTo(404);
        String next = json(toolbar.get("/toolbar/session")).path("hub.topic").asString();
        assertThat(next).isNotEqualTo(topic);
        assertThat(json(toolbar.get("/fhircast/" + next)).path("context").isEmpty())
                .isTrue();
        assertThat(clinicalSystem.event(open(next, id(), Instant.now(), rosa)).statusCode())
                .isEqualTo(202);
    }

    /** FHIRcast 3.0.0, 2-5: "Upon communicating a SyncError resulting from an unresponsive Subscriber, the Hub SHALL unsubscribe the Subscriber." */
    @Test
    void whoeverDoesNotAnswerIsNamedAndUnsubscribed() {
        try (RawSocket watching = clinicalSystem.listen(ALL)) {
            RawSocket mute = toolbar.listen(ALL).answering(null);
            String event = id();
            clinicalSystem.event(open(topic, event, Instant.now(), rosa));
            mute.awaitMode("denied");
            assertThat(mute.awaitClosed()).isEqualTo(1008);
            eventually("a SyncError", () -> !watching.events("SyncError").isEmpty());
            assertThat(watching.events("SyncError"))
                    .hasSize(1)
                    .allSatisfy(error -> assertThat(error.toString()).contains(event));
            assertThat(watching.open()).isTrue();
        }
    }

    @Test
    void endpointThatNobodyComesToDies() {
        String endpoint = endpoint(toolbar.subscribe(ALL));
        superuser
                .sql(
                        "update loaded_subscription set asked_at = asked_at - interval '2 seconds' where staff_id = :staff")
                .param("staff", amara.id().value())
                .update();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> toolbar.open(endpoint))
                .hasMessageContaining("WebSocketHandshakeException");
    }

    @Test
    void everyChangeIsAuditedByIdsOnly() {
        String opened = id();
        clinicalSystem.event(open(topic, opened, Instant.now(), rosa));
        clinicalSystem.event(close(topic, id(), Instant.now(), rosa));
        List<String> acts = superuser
                .sql("""
                        select action || ' ' || subject_kind from audit_entry
                        where practice_id = :practice and actor_id = :staff and action like 'loaded_patient.%' order by entry_id
                        """)
                .param("practice", surgery.practice().value())
                .param("staff", amara.id().value())
                .query(String.class)
                .list();
        assertThat(acts)
                .containsExactly(
                        "loaded_patient.opened loaded_event",
                        "loaded_patient.opened patient",
                        "loaded_patient.closed loaded_event",
                        "loaded_patient.closed patient");
        assertThat(superuser
                        .sql("""
                                select e.patient_id from loaded_event e
                                join audit_entry a on a.practice_id = e.practice_id and a.subject_id = e.loaded_event_id
                                where e.event_id = :event and e.staff_id = a.actor_id
                                """)
                        .param("event", opened)
                        .query(java.util.UUID.class)
                        .list())
                .containsExactly(rosa.id().value());
    }
}
