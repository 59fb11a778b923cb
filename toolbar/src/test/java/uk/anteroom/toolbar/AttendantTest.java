package uk.anteroom.toolbar;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.toolbar.testing.Eventually.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import uk.anteroom.toolbar.State.Phase;
import uk.anteroom.toolbar.computer.Settings;
import uk.anteroom.toolbar.hub.OpenPatient;
import uk.anteroom.toolbar.hub.Pace;
import uk.anteroom.toolbar.signin.TokenFile;
import uk.anteroom.toolbar.testing.FarSide;
import uk.anteroom.toolbar.testing.Told;
import uk.anteroom.toolbar.way.Browser;
import uk.anteroom.toolbar.way.Destination;
import uk.anteroom.toolbar.web.Service;

/** The whole toolbar but its window. */
@DisabledOnOs(OS.WINDOWS)
class AttendantTest {

    static final Pace QUICK =
            new Pace(Duration.ofSeconds(5), Duration.ofMillis(20), Duration.ofMillis(20), Duration.ofMillis(50));

    @TempDir
    Path folder;

    final List<State> seen = new CopyOnWriteArrayList<>();
    final AtomicInteger rung = new AtomicInteger();
    FarSide far;
    TokenFile file;
    Attendant attendant;

    @BeforeEach
    void open() throws IOException {
        far = new FarSide();
        far.answers(
                        "/toolbar/codes",
                        200,
                        "{\"device_code\":\"d\",\"user_code\":\"WDJB-MJHT\",\"verification_uri_complete\":\""
                                + far.address() + "/connect?code=WDJB-MJHT\",\"expires_in\":60,\"interval\":0}")
                .answers("/toolbar/tokens", 400, "{\"error\":\"authorization_pending\"}")
                .answers("/toolbar/session", 200, Told.SESSION)
                .answers("/toolbar/news", 200, "stream")
                .answers(
                        "/fhircast",
                        202,
                        "{\"hub.channel.endpoint\":\"ws://" + far.address().getAuthority() + "/fhircast/socket/x\"}");
        file = new TokenFile(folder);
        Path browser = Files.createFile(
                folder.resolve("browser"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(browser, "#!/bin/sh\nprintf '%s\\n' \"$1\" >> '" + folder + "/opened'\n");
        attendant = new Attendant(
                new Service(far.address()),
                file,
                new Settings(folder),
                new Browser(browser.toString()),
                rung::incrementAndGet,
                QUICK);
        attendant.tell(seen::add);
    }

    @AfterEach
    void close() throws IOException {
        attendant.stop();
        far.close();
    }

    @Test
    void signingInOpensThePageShowsTheCodeAndKeepsTheToken() throws Exception {
        attendant.start();
        attendant.signIn();
        eventually(
                "the code",
                () -> now().phase() instanceof Phase.Waiting(var code)
                        && code.shown().equals("WDJB-MJHT"));
        eventually("the page", () -> Files.exists(folder.resolve("opened")));
        far.answers("/toolbar/tokens", 200, Told.SESSION.replace("{", "{\"access_token\":\"fresh\","));
        eventually("signed in", () -> now().phase().equals(new Phase.SignedIn("Dr Amara Okafor", "Riverside Surgery")));
        assertThat(file.read(far.address())).contains("fresh");
        eventually("a socket", () -> !far.sockets().isEmpty());
        assertThat(far.asked("/toolbar/session").getLast().token()).isEqualTo("fresh");
    }

    @Test
    void cancellingAndRefusalSayWhy() {
        attendant.start();
        attendant.signIn();
        eventually("the code", () -> now().phase() instanceof Phase.Waiting);
        attendant.cancel();
        eventually("signed out", () -> now().phase().equals(new Phase.SignedOut(null)));
        far.answers("/toolbar/tokens", 400, "{\"error\":\"access_denied\"}");
        attendant.signIn();
        eventually("refused", () -> now().phase().equals(new Phase.SignedOut("You chose Do not connect.")));
    }

    @Test
    void tokenThatWasKeptIsUsedAgain() throws Exception {
        signedIn();
        far.sockets().getFirst().say(Told.confirmed(600));
        far.sockets().getFirst().say(Told.open("e1", Instant.now(), "Rosa", "Whitfield", "9990147256"));
        eventually(
                "Rosa",
                () -> now().patient()
                        .map(OpenPatient::name)
                        .filter("Rosa Whitfield"::equals)
                        .isPresent());
        assertThat(now().connected()).isTrue();
    }

    @Test
    void fileThatOthersCanReadIsForgottenAndSaid() throws Exception {
        file.write(far.address(), "kept");
        Files.setPosixFilePermissions(folder.resolve("token"), PosixFilePermissions.fromString("rw-r--r--"));
        attendant.start();
        assertThat(now().phase())
                .isInstanceOfSatisfying(
                        Phase.SignedOut.class, out -> assertThat(out.why()).contains("Others on this computer"));
        assertThat(folder.resolve("token")).doesNotExist();
        assertThat(far.asked("/toolbar/session")).isEmpty();
    }

    @Test
    void endedTokenSignsOutAndForgetsIt() throws Exception {
        signedIn();
        far.answers("/toolbar/session", 401, "");
        far.answers("/toolbar/news", 401, "");
        far.sockets().getFirst().drop();
        eventually("signed out", () -> now().phase() instanceof Phase.SignedOut(var why) && why != null);
        assertThat(folder.resolve("token")).doesNotExist();
        assertThat(now().patient()).isEmpty();
        assertThat(now().news()).isEmpty();
    }

    @Test
    void signingOutEndsTheTokenThere() throws Exception {
        signedIn();
        attendant.signOut();
        assertThat(now().phase()).isEqualTo(new Phase.SignedOut(null));
        eventually(
                "the end",
                () -> far.asked("/toolbar/session").stream()
                        .anyMatch(asked -> asked.method().equals("DELETE")));
        assertThat(folder.resolve("token")).doesNotExist();
    }

    @Test
    void arrivalsAreHeardUnlessSoundsAreSilenced() throws Exception {
        signedIn();
        FarSide.Line stream = far.streams().getFirst();
        stream.write(Told.news(Told.one("c1", "Rosa Whitfield", Instant.now(), false), 1, 5));
        eventually("a sound", () -> rung.get() == 1);
        assertThat(now().news().orElseThrow().requests()).isEqualTo(5);
        attendant.silence(true);
        stream.write(Told.news(
                Told.one("c1", "Rosa Whitfield", Instant.now(), false) + ","
                        + Told.one("c2", "Tom Adeyemi", Instant.now(), false),
                2,
                5));
        eventually("two", () -> now().news().orElseThrow().waiting().size() == 2);
        assertThat(rung).hasValue(1);
        assertThat(new Settings(folder).silent()).isTrue();
    }

    @Test
    void whileNewsAreAwayNobodyCanTell() throws Exception {
        signedIn();
        far.streams().getFirst().write(Told.news("", 0, 5));
        eventually("news", () -> now().news().isPresent());
        far.streams().getFirst().drop();
        eventually("nothing", () -> seen.stream().anyMatch(state -> state.news().isEmpty() && seen.indexOf(state) > 0));
        eventually("another stream", () -> far.streams().size() == 2);
        far.streams().getLast().write(Told.news("", 0, 6));
        eventually("news again", () -> now().news().isPresent());
    }

    @Test
    void refusedWayIsSaidUntilSomebodyElseIsOpenOrItIsClosed() throws Exception {
        signedIn();
        FarSide.Line hub = far.sockets().getFirst();
        hub.say(Told.confirmed(600));
        hub.say(Told.open("e1", Instant.now(), "Rosa", "Whitfield", "9990147256"));
        eventually("Rosa", () -> now().patient().isPresent());
        far.answers("/toolbar/ways", 409, "{\"problem\":\"another-patient-open\"}");
        attendant.go(Destination.VIDEO_CALL);
        eventually("why", () -> now().notice() != null);
        assertThat(far.asked("/toolbar/ways").getFirst().body()).contains("\"event\":\"e1\"");
        hub.say(Told.open("e2", Instant.now(), "Grace", "Lin", "9990305862"));
        eventually("gone", () -> now().notice() == null);
        attendant.go(Destination.VIDEO_CALL);
        eventually("why", () -> now().notice() != null);
        attendant.closeNotice();
        assertThat(now().notice()).isNull();
    }

    @Test
    void withNobodyOpenTheCameraLeadsNowhere() throws Exception {
        signedIn();
        attendant.go(Destination.VIDEO_CALL);
        attendant.go(Destination.REQUESTS);
        eventually("the other", () -> !far.asked("/toolbar/ways").isEmpty());
        assertThat(far.asked("/toolbar/ways"))
                .hasSize(1)
                .allSatisfy(asked -> assertThat(asked.body()).contains("requests"));
    }

    @Test
    void oneWhoWaitsIsOpenedAtOnceAndSeveralAsAList() throws Exception {
        signedIn();
        far.answers("/toolbar/ways", 201, "{\"address\":\"" + far.address() + "/open/x\"}");
        FarSide.Line stream = far.streams().getFirst();
        stream.write(Told.news(Told.one("c1", "Rosa", Instant.now(), true), 1, 0));
        eventually("one", () -> now().news().isPresent());
        attendant.goToWaiting();
        eventually("the consultation", () -> far.asked("/toolbar/ways").size() == 1);
        assertThat(far.asked("/toolbar/ways").getFirst().body()).contains("consultation", "c1");
    }

    private void signedIn() throws IOException {
        file.write(far.address(), "kept");
        attendant.start();
        eventually(
                "both connections",
                () -> !far.sockets().isEmpty() && !far.streams().isEmpty());
        eventually(
                "the names",
                () -> now().phase() instanceof Phase.SignedIn in && !in.staff().isEmpty());
    }

    private State now() {
        return seen.getLast();
    }
}
