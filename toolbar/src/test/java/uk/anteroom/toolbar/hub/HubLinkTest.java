package uk.anteroom.toolbar.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.toolbar.testing.Eventually.eventually;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.anteroom.toolbar.signin.Session;
import uk.anteroom.toolbar.signin.SignIn;
import uk.anteroom.toolbar.testing.FarSide;
import uk.anteroom.toolbar.testing.FarSide.Line;
import uk.anteroom.toolbar.testing.Told;
import uk.anteroom.toolbar.web.Service;

/** Who is open, over real sockets to a hub that can misbehave. */
class HubLinkTest {

    static final Pace QUICK =
            new Pace(Duration.ofMillis(700), Duration.ofMillis(20), Duration.ofMillis(20), Duration.ofMillis(50));

    private static final String ROSA = "9990147256";
    private static final String GRACE = "9990305862";

    final List<Optional<OpenPatient>> heard = new CopyOnWriteArrayList<>();
    volatile boolean connected;
    volatile boolean signedOut;
    FarSide far;
    HubLink link;

    @BeforeEach
    void open() throws IOException {
        far = new FarSide()
                .answers("/toolbar/session", 200, Told.SESSION)
                .answers(
                        "/fhircast",
                        request -> new FarSide.Response(
                                202, "{\"hub.channel.endpoint\":\"ws://" + address() + "/fhircast/socket/x\"}"));
        Service service = new Service(far.address());
        link = new HubLink(
                service,
                new SignIn(service),
                "token",
                new HubLink.Ears() {
                    @Override
                    public void session(Session session) {}

                    @Override
                    public void patient(Optional<OpenPatient> open) {
                        heard.add(open);
                    }

                    @Override
                    public void connected(boolean yes) {
                        connected = yes;
                    }

                    @Override
                    public void signedOut() {
                        signedOut = true;
                    }
                },
                QUICK);
        link.start();
    }

    @AfterEach
    void close() throws IOException {
        link.stop();
        far.close();
    }

    @Test
    void openedPatientIsShownAndAcknowledged() {
        Line hub = confirmed();
        Instant at = Instant.now();
        hub.say(Told.open("e1", at, "Rosa", "Whitfield", ROSA));
        eventually("Rosa", () -> now().isPresent());
        assertThat(now())
                .contains(new OpenPatient(
                        "Rosa Whitfield",
                        "14 March 1957",
                        "999 014 7256",
                        "e1",
                        at,
                        java.util.Set.of("id|Rosa-id", "https://fhir.nhs.uk/Id/nhs-number|" + ROSA)));
        eventually("an answer", () -> !hub.heard().isEmpty());
        assertThat(hub.heard()).containsExactly("{\"id\":\"e1\",\"status\":\"200\"}");
        assertThat(far.asked("/fhircast").getFirst().body())
                .contains("hub.mode=subscribe", "hub.topic=topic-1", "hub.events=Patient-open%2CPatient-close");
        assertThat(far.asked("/fhircast").getFirst().token()).isEqualTo("token");
    }

    @Test
    void closedPatientIsGoneAndAnotherOnesCloseChangesNothing() {
        Line hub = confirmed();
        Instant at = Instant.now();
        hub.say(Told.open("e1", at, "Rosa", "Whitfield", ROSA));
        hub.say(Told.open("e2", at.plusMillis(1), "Grace", "Lin", GRACE));
        hub.say(Told.close("e3", at.plusMillis(2), ROSA));
        eventually("three answers", () -> hub.heard().size() == 3);
        assertThat(now().orElseThrow().name()).isEqualTo("Grace Lin");
        hub.say(Told.close("e4", at.plusMillis(3), GRACE));
        eventually("nobody", () -> now().isEmpty());
    }

    @Test
    void olderEventsAreIgnoredButAnswered() {
        Line hub = confirmed();
        Instant at = Instant.now();
        hub.say(Told.open("e1", at, "Rosa", "Whitfield", ROSA));
        hub.say(Told.open("e2", at.minusSeconds(1), "Grace", "Lin", GRACE));
        hub.say(Told.close("e3", at.minusSeconds(1), ROSA));
        eventually("three answers", () -> hub.heard().size() == 3);
        assertThat(now().orElseThrow().name()).isEqualTo("Rosa Whitfield");
    }

    @Test
    void lostSocketShowsNobodyAtOnceAndComesBack() {
        Line hub = rosaIsOpen();
        hub.drop();
        eventually("nobody", () -> now().isEmpty() && !connected);
        eventually("another socket", () -> far.sockets().size() == 2);
        Line again = far.sockets().getLast();
        again.say(Told.confirmed(600));
        again.say(Told.open("e1", Instant.now(), "Rosa", "Whitfield", ROSA));
        eventually("Rosa", () -> now().isPresent());
    }

    @Test
    void silentHubShowsNobody() {
        Line hub = rosaIsOpen();
        hub.ping();
        eventually("nobody", () -> now().isEmpty());
        // what comes too late through the old socket brings nobody back
        hub.say(Told.open("e9", Instant.now(), "Rosa", "Whitfield", ROSA));
        eventually("another socket", () -> far.sockets().size() == 2);
        assertThat(now()).isEmpty();
    }

    @Test
    void pingsKeepItAlive() {
        Line hub = rosaIsOpen();
        Instant later = Instant.now().plusMillis(1500);
        eventually("more than twice the silence", () -> {
            hub.ping();
            return Instant.now().isAfter(later);
        });
        assertThat(now()).isPresent();
        assertThat(far.sockets()).hasSize(1);
    }

    @Test
    void deniedSubscriptionShowsNobody() {
        Line hub = rosaIsOpen();
        hub.say("{\"hub.mode\":\"denied\",\"hub.topic\":\"topic-1\",\"hub.events\":\"\",\"hub.reason\":\"over\"}");
        eventually("nobody", () -> now().isEmpty());
    }

    @Test
    void leaseIsAskedForAgainInTimeAndEndsOtherwise() {
        eventually("a socket", () -> !far.sockets().isEmpty());
        Line hub = far.sockets().getFirst();
        hub.say(Told.confirmed(1));
        hub.say(Told.open("e1", Instant.now(), "Rosa", "Whitfield", ROSA));
        eventually("Rosa", () -> now().isPresent());
        eventually("a question for more", () -> {
            hub.ping();
            return far.asked("/fhircast").stream()
                    .anyMatch(asked -> asked.body().contains("hub.channel.endpoint"));
        });
        assertThat(now()).isPresent();
        eventually("the end of the lease", () -> {
            hub.ping();
            return now().isEmpty();
        });
    }

    @Test
    void nonsenseEndsTheConnectionAndShowsNobody() {
        Line hub = rosaIsOpen();
        hub.say("{\"half\":");
        eventually("nobody", () -> now().isEmpty());
    }

    @Test
    void endedTokenIsToldAndNothingIsTriedAgain() {
        Line hub = rosaIsOpen();
        far.answers("/toolbar/session", 401, "");
        hub.drop();
        eventually("signed out", () -> signedOut);
        assertThat(now()).isEmpty();
    }

    @Test
    void whoeverStopsUnsubscribes() {
        rosaIsOpen();
        link.stop();
        eventually(
                "goodbye",
                () -> far.asked("/fhircast").stream()
                        .anyMatch(asked -> asked.body().contains("hub.mode=unsubscribe")));
        assertThat(now()).isEmpty();
    }

    @Test
    void namesAreTakenAsTheyAreWithoutMarksThatDeceive() {
        Line hub = confirmed();
        hub.say(Told.open("e1", Instant.now(), "<html><b>Ro\\u202esa\\n", "Whitfield", "12"));
        eventually("somebody", () -> now().isPresent());
        assertThat(now().orElseThrow().name()).isEqualTo("<html><b>Rosa Whitfield");
        assertThat(now().orElseThrow().nhsNumber()).isEmpty();
    }

    private Line rosaIsOpen() {
        Line hub = confirmed();
        hub.say(Told.open("e1", Instant.now(), "Rosa", "Whitfield", ROSA));
        eventually("Rosa", () -> now().isPresent());
        return hub;
    }

    private Line confirmed() {
        eventually("a socket", () -> !far.sockets().isEmpty());
        Line hub = far.sockets().getFirst();
        hub.say(Told.confirmed(600));
        eventually("connected", () -> connected);
        return hub;
    }

    private Optional<OpenPatient> now() {
        return heard.isEmpty() ? Optional.empty() : heard.getLast();
    }

    private String address() {
        return far.address().getAuthority();
    }
}
