package uk.anteroom.loadedpatient.fhircast;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.loadedpatient.fhircast.HubSubscribingTest.BOTH;
import static uk.anteroom.loadedpatient.fhircast.HubSubscribingTest.assertRefused;
import static uk.anteroom.testing.Eventually.eventually;
import static uk.anteroom.testing.Fhircast.close;
import static uk.anteroom.testing.Fhircast.id;
import static uk.anteroom.testing.Fhircast.open;
import static uk.anteroom.testing.Fhircast.syncError;
import static uk.anteroom.testing.RawProgram.json;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import uk.anteroom.loadedpatient.LoadedPatient;
import uk.anteroom.loadedpatient.LoadedPatients;
import uk.anteroom.patient.Patient;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.Desk;
import uk.anteroom.testing.Fhircast;
import uk.anteroom.testing.RawProgram;
import uk.anteroom.testing.RawSocket;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;

/** What FHIRcast 3.0.0 demands of a hub about events and the current context (pages 2-3, 2-5, 2-6, 2-9, 3-2-1 and 4-2-2 of the specification). */
class HubEventsTest extends RunningService {

    @Autowired
    Cast cast;

    @Autowired
    Desk desk;

    @Autowired
    LoadedPatients loaded;

    Surgery surgery;
    Patient grace;
    RawProgram clinicalSystem;
    RawProgram toolbar;
    String topic;

    @BeforeEach
    void connect() {
        surgery = cast.surgery();
        grace = cast.patient(surgery.practice(), "Grace", "Lin", "2001-11-30", null, "+447700900345");
        clinicalSystem = desk.clinicalSystem(port, surgery.clinician());
        toolbar = desk.toolbar(port, surgery.clinician());
        topic = toolbar.topic();
    }

    /** 2-6: "the Hub SHALL broadcast the context notification to all Subscribers, including the original requesting Subscriber", re-using the id. */
    @Test
    void acceptedChangeIsToldToEverybodyAlsoToWhoeverAsked() {
        try (RawSocket asking = clinicalSystem.listen(BOTH);
                RawSocket listening = toolbar.listen(BOTH)) {
            String event = id();
            assertThat(clinicalSystem
                                    .event(open(topic, event, Instant.now(), surgery.rosa()))
                                    .statusCode()
                            / 100)
                    .isEqualTo(2);
            for (RawSocket socket : List.of(asking, listening)) {
                JsonNode told = socket.awaitEvent(event);
                assertThat(told.path("event").path("hub.topic").asString()).isEqualTo(topic);
                assertThat(told.path("event")
                                .path("context")
                                .path(0)
                                .path("key")
                                .asString())
                        .isEqualTo("patient");
                assertThat(Instant.parse(told.path("timestamp").asString())).isBeforeOrEqualTo(Instant.now());
            }
        }
    }

    /** 2-3: events are complete: what is passed on is what was sent, whatever else the resource holds. */
    @Test
    void resourceIsPassedOnAsItCame() {
        try (RawSocket listening = toolbar.listen(BOTH)) {
            String resource = """
                    {"resourceType": "Patient", "id": "x", "identifier": [{"system": "urn:other", "value": "7"}],
                     "extension": [{"url": "urn:any", "valueString": "kept"}], "name": [{"text": "<b>Bobby</b>\\u202e\\"; drop"}]}
                    """;
            String event = id();
            clinicalSystem.event(Fhircast.event(topic, event, Instant.now().toString(), "Patient-open", resource));
            assertThat(listening
                            .awaitEvent(event)
                            .path("event")
                            .path("context")
                            .path(0)
                            .path("resource"))
                    .isEqualTo(RawProgram.JSON.readTree(resource));
        }
    }

    /** 2-9: "context.type", "context.versionId" and "context" of the most recent open; "Each time the context changes, a different versionId". */
    @Test
    void currentContextIsTheLastThatWasOpened() {
        clinicalSystem.event(open(topic, id(), Instant.now(), surgery.rosa()));
        JsonNode first = json(toolbar.context());
        clinicalSystem.event(open(topic, id(), Instant.now(), grace));
        JsonNode second = json(toolbar.context());
        assertThat(first.path("context.type").asString()).isEqualTo("Patient");
        assertThat(first.path("context")
                        .path(0)
                        .path("resource")
                        .path("birthDate")
                        .asString())
                .isEqualTo("1957-03-14");
        assertThat(second.path("context")
                        .path(0)
                        .path("resource")
                        .path("birthDate")
                        .asString())
                .isEqualTo("2001-11-30");
        assertThat(second.path("context.versionId").asString())
                .isNotBlank()
                .isNotEqualTo(first.path("context.versionId").asString());
    }

    /** 2-9: "If there is no context currently established, the context.type SHALL contain an empty string and the context SHALL be an empty array." */
    @Test
    void thereIsNoContextBeforeAnythingWasOpenedNorAfterItWasClosed() {
        clinicalSystem.event(open(topic, id(), Instant.now(), surgery.rosa()));
        clinicalSystem.event(close(topic, id(), Instant.now(), surgery.rosa()));
        RawProgram fresh = desk.toolbar(port, surgery.receptionist());
        for (JsonNode none : List.of(json(toolbar.context()), json(fresh.context()))) {
            assertThat(none.path("context.type").asString("missing")).isEmpty();
            assertThat(none.path("context").isArray()).isTrue();
            assertThat(none.path("context").isEmpty()).isTrue();
            assertThat(none.path("context.versionId").asString()).isNotBlank();
        }
    }

    /** 4-2-2 and 2-9: of several that are open the last is current; once that is closed there is none until another is opened. */
    @Test
    void closingTheLastOfSeveralLeavesNobodyAndClosingAnotherChangesNothing() {
        clinicalSystem.event(open(topic, id(), Instant.now(), surgery.rosa()));
        String opened = id();
        clinicalSystem.event(open(topic, opened, Instant.now(), grace));
        try (RawSocket listening = toolbar.listen(BOTH)) {
            String other = id();
            assertThat(clinicalSystem
                            .event(close(topic, other, Instant.now(), surgery.rosa()))
                            .statusCode())
                    .isEqualTo(202);
            listening.awaitEvent(other);
            assertThat(loaded.of(surgery.clinician()))
                    .isInstanceOfSatisfying(
                            LoadedPatient.OnList.class,
                            open -> assertThat(open.eventId()).isEqualTo(opened));

            clinicalSystem.event(close(topic, id(), Instant.now(), grace));
            assertThat(json(toolbar.context()).path("context").isEmpty()).isTrue();
            assertThat(loaded.of(surgery.clinician())).isInstanceOf(LoadedPatient.Nobody.class);
        }
    }

    /** 2-5: "Subscribers SHALL ignore messages with older timestamps than the message that established the current context": the hub refuses them. */
    @Test
    void olderEventsAreRefusedAndToldToNobody() {
        Instant at = Instant.now();
        clinicalSystem.event(open(topic, id(), at, surgery.rosa()));
        try (RawSocket listening = toolbar.listen(BOTH)) {
            assertRefused(clinicalSystem.event(open(topic, id(), at.minusMillis(1), grace)), 409);
            assertRefused(clinicalSystem.event(close(topic, id(), at.minusMillis(1), surgery.rosa())), 409);
            assertRefused(clinicalSystem.event(open(topic, id(), at.minusSeconds(90_000), grace)), 409);
            String newer = id();
            clinicalSystem.event(open(topic, newer, at.plusMillis(1), grace));
            listening.awaitEvent(newer);
            assertThat(listening.events()).hasSize(2);
        }
    }

    /** An event of tomorrow would make all of today's stale. */
    @Test
    void eventsOfTheFutureAreRefused() {
        assertRefused(clinicalSystem.event(open(topic, id(), Instant.now().plusSeconds(600), surgery.rosa())), 400);
        assertThat(clinicalSystem
                        .event(open(topic, id(), Instant.now().plusSeconds(60), surgery.rosa()))
                        .statusCode())
                .isEqualTo(202);
    }

    /** 2-5: the id is there "to recognize retried notifications": one that comes again does no harm and is told once. */
    @Test
    void eventThatComesTwiceCountsOnce() {
        try (RawSocket listening = toolbar.listen(BOTH)) {
            Instant at = Instant.now();
            String opened = id();
            String closed = id();
            clinicalSystem.event(open(topic, opened, at, surgery.rosa()));
            clinicalSystem.event(close(topic, closed, at.plusMillis(1), surgery.rosa()));
            assertThat(clinicalSystem
                            .event(open(topic, opened, at, surgery.rosa()))
                            .statusCode())
                    .isEqualTo(202);
            assertThat(clinicalSystem
                            .event(close(topic, closed, at.plusMillis(1), surgery.rosa()))
                            .statusCode())
                    .isEqualTo(202);
            assertThat(loaded.of(surgery.clinician())).isInstanceOf(LoadedPatient.Nobody.class);
            String last = id();
            clinicalSystem.event(open(topic, last, at.plusMillis(2), grace));
            listening.awaitEvent(last);
            assertThat(listening.events()).hasSize(3);
        }
    }

    /** 2-5: the specification's own examples leave the zone out: it is UTC. */
    @ParameterizedTest
    @ValueSource(strings = {"", "Z", "+00:00"})
    void timestampsAreReadAsTheExamplesWriteThem(String zone) {
        String at = Instant.now().toString().replaceAll("(\\.\\d\\d).*", "$1") + zone;
        String event = Fhircast.event(topic, id(), at, "Patient-open", Fhircast.patient(surgery.rosa()));
        assertThat(clinicalSystem.event(event).statusCode()).isEqualTo(202);
    }

    /** 2-5: 409 and other 4xx, 500 and other 5xx: "The Hub SHALL send a SyncError", in 3-2-1's shape, with severity warning, "to the other Subscribers". */
    @ParameterizedTest
    @ValueSource(strings = {"409", "422", "500", "503", "+409", "+500"})
    void whoeverCannotFollowIsNamedToTheOthers(String status) {
        try (RawSocket stubborn = toolbar.listen(BOTH + ",SyncError", Map.of("subscriber.name", "Acme <Viewer>"))
                        .answering(status);
                RawSocket asking = clinicalSystem.listen(BOTH + ",SyncError");
                RawSocket deafToErrors = clinicalSystem.listen(BOTH)) {
            String event = id();
            clinicalSystem.event(open(topic, event, Instant.now(), surgery.rosa()));
            JsonNode error = asking.await(said -> RawSocket.name(said).equals("SyncError"));
            JsonNode only = error.path("event").path("context").path(0);
            assertThat(only.path("key").asString()).isEqualTo("operationoutcome");
            JsonNode issue = only.path("resource").path("issue").path(0);
            assertThat(only.path("resource").path("resourceType").asString()).isEqualTo("OperationOutcome");
            assertThat(issue.path("severity").asString()).isEqualTo("warning");
            assertThat(issue.path("details").path("coding").valueStream().map(JsonNode::toString))
                    .anyMatch(coding -> coding.contains("syncerror/eventid") && coding.contains(event))
                    .anyMatch(coding -> coding.contains("syncerror/eventname") && coding.contains("Patient-open"))
                    .anyMatch(coding -> coding.contains("syncerror/subscriber") && coding.contains("Acme Viewer"));
            String last = id();
            clinicalSystem.event(close(topic, last, Instant.now(), surgery.rosa()));
            stubborn.awaitEvent(last);
            deafToErrors.awaitEvent(last);
            assertThat(stubborn.events("SyncError")).isEmpty();
            assertThat(deafToErrors.events("SyncError")).isEmpty();
            assertThat(stubborn.open()).isTrue();
        }
    }

    /** 2-5: "Any 2xx code indicates success"; the table says that it is a number, the example has a string. */
    @ParameterizedTest
    @ValueSource(strings = {"200", "202", "+200", "+202", "204"})
    void whoeverFollowsIsNotNamed(String status) {
        try (RawSocket following = toolbar.listen(BOTH).answering(status);
                RawSocket asking = clinicalSystem.listen(BOTH + ",SyncError")) {
            clinicalSystem.event(open(topic, id(), Instant.now(), surgery.rosa()));
            String last = id();
            clinicalSystem.event(close(topic, last, Instant.now(), surgery.rosa()));
            following.awaitEvent(last);
            // whatever would be said about the first has been said by the time the answers to a third are in
            String third = id();
            clinicalSystem.event(open(topic, third, Instant.now(), surgery.rosa()));
            asking.awaitEvent(third);
            assertThat(asking.events("SyncError")).isEmpty();
        }
    }

    /** 2-5: "If the Hub receives an error notification from a Subscriber, it SHALL generate a SyncError event to the other Subscribers". */
    @Test
    void errorThatASubscriberSendsIsPassedOnToTheOthers() {
        try (RawSocket sending = toolbar.listen("SyncError");
                RawSocket other = clinicalSystem.listen("SyncError")) {
            String event = id();
            assertThat(toolbar.event(syncError(topic, event, id())).statusCode())
                    .isEqualTo(202);
            assertThat(RawSocket.name(other.awaitEvent(event))).isEqualTo("SyncError");
            String second = id();
            clinicalSystem.event(syncError(topic, second, id()));
            sending.awaitEvent(second);
            assertThat(sending.events()).hasSize(1);
        }
    }

    /** 2-5: "The Hub SHALL NOT generate SyncError events when a Subscriber closes … with … 1000 … or 1001"; with any other it may. */
    @Test
    void goodbyeIsNoErrorAndALostSocketIs() {
        try (RawSocket watching = clinicalSystem.listen(BOTH + ",SyncError")) {
            RawSocket polite = toolbar.listen(BOTH);
            RawSocket leaving = toolbar.listen(BOTH);
            RawSocket lost = toolbar.listen(BOTH, Map.of("subscriber.name", "Lost"));
            String event = id();
            clinicalSystem.event(open(topic, event, Instant.now(), surgery.rosa()));
            List.of(polite, leaving, lost).forEach(socket -> socket.awaitEvent(event));
            polite.leave(1000);
            leaving.leave(1001);
            polite.awaitClosed();
            leaving.awaitClosed();
            lost.lose();
            eventually("a SyncError", () -> !watching.events("SyncError").isEmpty());
            assertThat(watching.events("SyncError"))
                    .hasSize(1)
                    .allSatisfy(error -> assertThat(error.toString()).contains("Lost"));
        }
    }

    /** 2-2, 2-6: a change needs the write scope; 4xx in plain text otherwise. */
    @Test
    void toolbarMayNotTellWhoIsOpen() {
        assertRefused(toolbar.event(open(topic, id(), Instant.now(), surgery.rosa())), 403);
        assertThat(loaded.of(surgery.clinician())).isInstanceOf(LoadedPatient.Unknown.class);
    }

    /** 2-6 and 2-3: the fields of an event, and the one resource its context is defined to hold. */
    @Test
    void misshapenEventsAreRefusedInPlainText() {
        String good = open(topic, id(), Instant.now(), surgery.rosa());
        Map<String, String> bad = Map.ofEntries(
                Map.entry("no timestamp", good.replace("\"timestamp\"", "\"when\"")),
                Map.entry("no id", good.replace("\"id\": \"", "\"ID\": \"")),
                Map.entry(
                        "another time", good.replaceFirst("\"timestamp\": \"[^\"]+\"", "\"timestamp\": \"yesterday\"")),
                Map.entry("no event", "{\"timestamp\": \"2026-01-01T00:00:00Z\", \"id\": \"1\"}"),
                Map.entry("unknown event", good.replace("Patient-open", "Patient-transmogrify")),
                Map.entry("key in capitals", good.replace("\"patient\"", "\"Patient\"")),
                Map.entry(
                        "another resource",
                        good.replace("\"resourceType\": \"Patient\"", "\"resourceType\": \"Group\"")),
                Map.entry("no context", good.replace("\"context\"", "\"contexts\"")),
                Map.entry("empty context", good.replaceFirst("(?s)\\[\\{\"key\".*$", "[]}}")),
                Map.entry(
                        "a second resource",
                        good.replace(
                                "\"context\": [",
                                "\"context\": [{\"key\": \"encounter\", \"resource\": {\"resourceType\": \"Encounter\"}},")),
                Map.entry("not JSON", good.substring(0, good.length() / 2)),
                Map.entry("something behind it", good + "{}"),
                Map.entry("a field twice", good.replace("{\"timestamp\"", "{\"id\": \"x\", \"timestamp\"")),
                Map.entry("a list", "[" + good + "]"),
                Map.entry("nothing", ""));
        bad.forEach((what, body) -> {
            var answer = clinicalSystem.event(body);
            assertThat(answer.statusCode()).as(what).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
            assertThat(answer.body()).doesNotContain("Whitfield", "Rosa");
        });
        assertThat(loaded.of(surgery.clinician())).isInstanceOf(LoadedPatient.Unknown.class);
    }
}
