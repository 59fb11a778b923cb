package uk.anteroom.loadedpatient.fhircast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.anteroom.testing.Fhircast.close;
import static uk.anteroom.testing.Fhircast.id;
import static uk.anteroom.testing.Fhircast.open;
import static uk.anteroom.testing.RawProgram.endpoint;
import static uk.anteroom.testing.RawProgram.json;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import uk.anteroom.patient.Patient;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.Desk;
import uk.anteroom.testing.RawProgram;
import uk.anteroom.testing.RawSocket;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;

/** What FHIRcast 3.0.0 demands of a hub about subscribing (pages 2-1, 2-4 and 2-7 of the specification), asked by a program that is not ours. */
class HubSubscribingTest extends RunningService {

    static final String BOTH = "Patient-open,Patient-close";

    @Autowired
    Cast cast;

    @Autowired
    Desk desk;

    Surgery surgery;
    RawProgram clinicalSystem;
    RawProgram toolbar;

    @BeforeEach
    void connect() {
        surgery = cast.surgery();
        clinicalSystem = desk.clinicalSystem(port, surgery.clinician());
        toolbar = desk.toolbar(port, surgery.clinician());
    }

    /** 2-7: "Hubs SHALL serve a JSON document at … /.well-known/fhircast-configuration"; websocketSupport "SHALL have the static value: true". */
    @Test
    void wellKnownDocumentSaysWhatTheHubCan() {
        HttpResponse<String> answer = new RawProgram(port, null).get("/fhircast/.well-known/fhircast-configuration");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        JsonNode all = json(answer);
        assertThat(all.path("eventsSupported").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("Patient-open", "Patient-close", "SyncError");
        assertThat(all.path("websocketSupport").asBoolean()).isTrue();
        assertThat(all.path("fhircastVersion").asString()).isEqualTo("3.0.0");
        assertThat(all.path("capabilities").path("supportsGetCurrentContext").asBoolean())
                .isTrue();
    }

    /** 2-1: "the authorization server SHALL supply the hub.url and hub.topic … alongside the access_token". Two programs of one session share both. */
    @Test
    void programsOfOnePersonAreToldTheSameHubAndTopic() {
        JsonNode one = json(clinicalSystem.get("/toolbar/session"));
        JsonNode other = json(toolbar.get("/toolbar/session"));
        assertThat(one.path("hub.url").asString()).isEqualTo("http://localhost:8080/fhircast");
        assertThat(one.path("hub.topic").asString())
                .isEqualTo(other.path("hub.topic").asString())
                .hasSizeGreaterThanOrEqualTo(43);
        assertThat(one.path("scope").asString()).contains("fhircast/Patient-open.write", "fhircast/Patient-open.read");
        assertThat(other.path("scope").asString())
                .contains("fhircast/Patient-open.read", "fhircast/Patient-close.read", "fhircast/SyncError.read")
                .doesNotContain("Patient-open.write");
    }

    /** 2-4: 202, "a JSON object containing … hub.channel.endpoint", which "SHALL be cryptographically random, unique, and unguessable". */
    @Test
    void acceptedSubscriptionIsAnsweredWithAnEndpointOfItsOwn() {
        HttpResponse<String> first = toolbar.subscribe(BOTH);
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(first.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        String endpoint = endpoint(first);
        // the service of this test is reached on this machine: nobody is in between
        assertThat(endpoint).matches("ws://localhost:8080/fhircast/socket/[0-9a-f-]{36}\\.[\\w-]{43}");
        assertThat(endpoint(toolbar.subscribe(BOTH))).isNotEqualTo(endpoint);
    }

    /** 2-4: "upon the Subscriber establishing a WebSocket connection … the Hub SHALL send a confirmation", with four fields. */
    @Test
    void socketIsConfirmedFirstOfAll() {
        try (RawSocket socket = toolbar.listen("Patient-open,SyncError")) {
            JsonNode first = socket.heard().getFirst();
            assertThat(first.path("hub.mode").asString()).isEqualTo("subscribe");
            assertThat(first.path("hub.topic").asString()).isEqualTo(toolbar.topic());
            assertThat(first.path("hub.events").asString()).isEqualTo("Patient-open,SyncError");
            assertThat(first.path("hub.lease_seconds").isInt()).isTrue();
        }
    }

    /** 2-4: "the Hub SHALL limit the subscription lease seconds to be less than or equal to the access token's expiration"; a shorter wish is kept. */
    @Test
    void leaseIsNoLongerThanTheTokenLastsNorThanAskedFor() {
        int token = json(toolbar.get("/toolbar/session")).path("expires_in").asInt();
        try (RawSocket greedy = toolbar.listen(BOTH, Map.of("hub.lease_seconds", "99999999"));
                RawSocket modest = toolbar.listen(BOTH, Map.of("hub.lease_seconds", "600"))) {
            assertThat(lease(greedy)).isLessThanOrEqualTo(token).isLessThanOrEqualTo(7200);
            assertThat(lease(modest)).isEqualTo(600);
        }
    }

    /** 2-4: "the Hub SHALL unsubscribe the Subscriber once hub.lease_seconds has expired, close the WebSocket connection". */
    @Test
    void subscriptionEndsWithItsLease() {
        RawSocket socket = toolbar.listen(BOTH, Map.of("hub.lease_seconds", "1"));
        assertThat(socket.awaitMode("denied").path("hub.reason").asString()).contains("lease");
        assertThat(socket.awaitClosed()).isEqualTo(1000);
    }

    /** 2-4: "{hub.events} is treated as a set … hubs SHALL treat multiple values as a single instance". */
    @Test
    void eventsNamedTwiceAreGrantedOnce() {
        try (RawSocket socket = toolbar.listen("Patient-open,Patient-open,Patient-close,Patient-open")) {
            assertThat(socket.heard().getFirst().path("hub.events").asString()).isEqualTo(BOTH);
        }
    }

    /** 2-4: "Hubs and Subscribers SHALL be case insensitive for event-names." */
    @Test
    void eventNamesAreReadInWhateverCase() {
        try (RawSocket socket = toolbar.listen("patient-OPEN,PATIENT-close")) {
            assertThat(socket.heard().getFirst().path("hub.events").asString()).isEqualTo(BOTH);
            String event = id();
            clinicalSystem.event(open(toolbar.topic(), event, Instant.now(), surgery.rosa())
                    .replace("Patient-open", "pAtIeNt-oPeN"));
            assertThat(RawSocket.name(socket.awaitEvent(event))).isEqualTo("Patient-open");
        }
    }

    /** 2-4: of the events asked for "the granted events may be … a subset": those that are spoken here. */
    @Test
    void eventsThatAreNotSpokenHereAreNotGranted() {
        try (RawSocket socket = toolbar.listen("Patient-open,Encounter-open,org.example.transmogrify")) {
            assertThat(socket.heard().getFirst().path("hub.events").asString()).isEqualTo("Patient-open");
        }
        assertRefused(toolbar.subscribe("Encounter-open"), 400);
    }

    /** 2-4: "Hubs SHALL NOT send a Subscriber events to which it is not subscribed." */
    @Test
    void nobodyIsToldWhatTheyDidNotSubscribeTo() {
        try (RawSocket closes = toolbar.listen("Patient-close")) {
            clinicalSystem.event(open(toolbar.topic(), id(), Instant.now(), surgery.rosa()));
            String event = id();
            clinicalSystem.event(close(toolbar.topic(), event, Instant.now(), surgery.rosa()));
            closes.awaitEvent(event);
            assertThat(closes.events()).hasSize(1);
        }
    }

    /** 2-4: "Hubs SHALL follow a successful subscription with an event notification informing … of the most recent *-open event", with its time. */
    @Test
    void newSubscriberHearsWhoIsOpen() {
        Instant then = Instant.now().minusSeconds(90).truncatedTo(ChronoUnit.MICROS);
        String event = id();
        clinicalSystem.event(open(toolbar.topic(), event, then, surgery.rosa()));
        try (RawSocket late = toolbar.listen(BOTH)) {
            JsonNode told = late.awaitEvent(event);
            assertThat(RawSocket.name(told)).isEqualTo("Patient-open");
            assertThat(Instant.parse(told.path("timestamp").asString())).isEqualTo(then);
            assertThat(told.path("event")
                            .path("context")
                            .path(0)
                            .path("resource")
                            .path("birthDate")
                            .asString())
                    .isEqualTo("1957-03-14");
        }
    }

    /** 2-4: "… for which no *-close event has occurred". 2-9: a context closed without another opened leaves none, also if others were opened before. */
    @Test
    void newSubscriberHearsNobodyOnceThePatientWasClosed() {
        Patient grace = cast.patient(surgery.practice(), "Grace", "Lin", "2001-11-30", null, "+447700900345");
        Instant at = Instant.now().minusSeconds(60);
        clinicalSystem.event(open(toolbar.topic(), id(), at, surgery.rosa()));
        clinicalSystem.event(open(toolbar.topic(), id(), at.plusSeconds(1), grace));
        clinicalSystem.event(close(toolbar.topic(), id(), at.plusSeconds(2), grace));
        try (RawSocket late = toolbar.listen(BOTH)) {
            String next = id();
            clinicalSystem.event(open(toolbar.topic(), next, at.plusSeconds(3), surgery.rosa()));
            late.awaitEvent(next);
            assertThat(late.events()).hasSize(1);
        }
    }

    /** 2-4: "Hubs SHALL allow subscribers to re-request subscriptions"; each "SHALL override the previous subscription state", the events among it. */
    @Test
    void subscriptionIsReplacedByAnotherForTheSameEndpoint() {
        String endpoint = endpoint(toolbar.subscribe(BOTH));
        try (RawSocket socket = toolbar.open(endpoint)) {
            socket.awaitMode("subscribe");
            assertThat(endpoint(toolbar.subscribe("Patient-close", Map.of("hub.channel.endpoint", endpoint))))
                    .isEqualTo(endpoint);
            socket.await(said -> said.path("hub.events").asString("").equals("Patient-close"));
            clinicalSystem.event(open(toolbar.topic(), id(), Instant.now(), surgery.rosa()));
            String event = id();
            clinicalSystem.event(close(toolbar.topic(), event, Instant.now(), surgery.rosa()));
            socket.awaitEvent(event);
            assertThat(socket.events("Patient-open")).isEmpty();
        }
    }

    /** 2-4, Unsubscribe: 202 with the endpoint; "Additionally, the Hub SHALL send a Subscription Denial over the WebSocket." */
    @Test
    void unsubscribingIsAcceptedDeniedAndClosed() {
        String endpoint = endpoint(toolbar.subscribe(BOTH));
        RawSocket socket = toolbar.open(endpoint);
        socket.awaitMode("subscribe");
        HttpResponse<String> answer = toolbar.unsubscribe(endpoint);
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(endpoint(answer)).isEqualTo(endpoint);
        JsonNode denial = socket.awaitMode("denied");
        assertThat(denial.path("hub.topic").asString()).isEqualTo(toolbar.topic());
        assertThat(denial.path("hub.events").asString()).isEqualTo(BOTH);
        assertThat(socket.awaitClosed()).isEqualTo(1000);
    }

    /** 2-4: "A subsequent subscription SHALL be done over a newly created and communicated WebSocket endpoint": an endpoint is used for one socket. */
    @Test
    void endpointIsUsedOnce() {
        String endpoint = endpoint(toolbar.subscribe(BOTH));
        try (RawSocket socket = toolbar.open(endpoint)) {
            socket.awaitMode("subscribe");
            assertThatThrownBy(() -> toolbar.open(endpoint)).hasMessageContaining("WebSocketHandshakeException");
        }
        assertThatThrownBy(() -> toolbar.open(endpoint)).hasMessageContaining("WebSocketHandshakeException");
        assertRefused(toolbar.subscribe(BOTH, Map.of("hub.channel.endpoint", endpoint.replace(".", ".x"))), 404);
    }

    /** 2-4: "If (and when) a subscription is denied, the Hub SHALL inform the Subscriber", also after it was accepted. */
    @Test
    void subscriptionIsDeniedWhenItsTokenEnds() {
        RawSocket socket = toolbar.listen(BOTH);
        assertThat(toolbar.delete("/toolbar/session").statusCode()).isEqualTo(204);
        assertThat(socket.awaitMode("denied").path("hub.reason").asString()).isEqualTo("the token has ended");
        assertThat(socket.awaitClosed()).isEqualTo(1000);
    }

    /** 2-4: "Each parameter SHALL appear at most one time", the literal strings, the types; else "an appropriate HTTP error response code" and plain text. */
    @Test
    void misshapenSubscriptionsAreRefusedInPlainText() {
        String topic = "&hub.topic=" + toolbar.topic();
        List<String> bodies = List.of(
                "hub.mode=subscribe&hub.events=Patient-open" + topic,
                "hub.channel.type=webhook&hub.mode=subscribe&hub.events=Patient-open" + topic,
                "hub.channel.type=websocket&hub.mode=listen&hub.events=Patient-open" + topic,
                "hub.channel.type=websocket&hub.mode=subscribe" + topic,
                "hub.channel.type=websocket&hub.mode=subscribe&hub.events=Patient-open",
                "hub.channel.type=websocket&hub.mode=subscribe&hub.events=Patient-open&hub.lease_seconds=0" + topic,
                "hub.channel.type=websocket&hub.mode=subscribe&hub.events=Patient-open&hub.lease_seconds=1e9" + topic,
                "hub.channel.type=websocket&hub.mode=subscribe&hub.events=Patient-open&hub.events=Patient-close"
                        + topic,
                "hub.channel.type=websocket&hub.mode=unsubscribe" + topic);
        Stream<HttpResponse<String>> answers = bodies.stream().map(body -> toolbar.form("/fhircast", body));
        assertThat(answers).allSatisfy(answer -> assertRefused(answer, 400));
    }

    /** 2-4: the POST "SHALL contain the Bearer access token in the HTTP Authorization header". */
    @Test
    void nobodySubscribesWithoutATokenThatWorks() {
        for (String token : Arrays.asList(null, "nonsense", surgery.practice() + ".nonsense")) {
            HttpResponse<String> answer = new RawProgram(port, token)
                    .form(
                            "/fhircast",
                            "hub.channel.type=websocket&hub.mode=subscribe&hub.events=Patient-open&hub.topic="
                                    + toolbar.topic());
            assertRefused(answer, 401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        }
    }

    static int lease(RawSocket socket) {
        return socket.heard().getFirst().path("hub.lease_seconds").asInt();
    }

    static void assertRefused(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(answer.body()).isNotBlank();
    }
}
