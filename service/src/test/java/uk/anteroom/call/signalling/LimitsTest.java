package uk.anteroom.call.signalling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.zip.Deflater;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.anteroom.call.CallId;
import uk.anteroom.call.CallPass;
import uk.anteroom.call.CallTest;
import uk.anteroom.call.Calls;
import uk.anteroom.call.ParticipantRole;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.testing.TestDatabase;

/** What closes a socket, and with what. */
@CallTest
class LimitsTest {

    @Autowired
    Calls calls;

    @Autowired
    PracticeTransactions transactions;

    @LocalServerPort
    int port;

    PracticeId practice = new PracticeId(new UUID(0, 0));
    CallPass pass = new CallPass("");

    @BeforeEach
    void somebodyIsExpected() {
        practice = TestDatabase.get().newPractice();
        pass = calls.pass(practice, calls.seat(practice, calls.open(practice, false), ParticipantRole.PATIENT));
    }

    @Test
    void socketThatDoesNotSayWhoItIsIsClosed() {
        assertThat(Page.open(port).awaitClosed()).isEqualTo(4400);
    }

    @Test
    void pageWaitsForItsWelcomeAsLongAsTheDatabaseTakes() {
        CallId call = calls.open(practice, false);
        CallPass late = calls.pass(practice, calls.seat(practice, call, ParticipantRole.PATIENT));
        Page page = Page.open(port);

        transactions.in(practice, () -> {
            calls.hold(practice, call);
            page.hello(late);
            // opened later: once its time is over, the time of the other one is, too
            assertThat(Page.open(port).awaitClosed()).isEqualTo(4400);
        });

        page.await("welcome");
        page.settle();
    }

    @Test
    void socketThatSaysSomethingElseFirstIsClosed() {
        Page page = Page.open(port);
        page.raw("{\"t\":\"ping\",\"time\":1}");
        assertThat(page.awaitClosed()).isEqualTo(4400);
    }

    @Test
    void passThatIsUnknownOrUsedIsRefused() {
        Page stranger = Page.open(port);
        stranger.hello(new CallPass(UUID.randomUUID() + ".guess"));
        assertThat(stranger.awaitClosed()).isEqualTo(4401);

        Page first = Page.enter(port, pass);
        Page second = Page.open(port);
        second.hello(pass);
        assertThat(second.awaitClosed()).isEqualTo(4401);
        first.settle();
    }

    @Test
    void misshapenMessageIsClosed() {
        Page page = Page.enter(port, pass);
        page.raw("{\"t\":\"shout\"}");
        assertThat(page.awaitClosed()).isEqualTo(4400);
    }

    @Test
    void secondHelloIsClosed() {
        Page page = Page.enter(port, pass);
        page.hello(pass);
        assertThat(page.awaitClosed()).isEqualTo(4400);
    }

    @Test
    void missingNumberIsClosed() {
        Page page = Page.enter(port, pass);
        page.raw("{\"t\":\"ready\",\"s\":2,\"camera\":\"works\",\"microphone\":\"works\"}");
        assertThat(page.awaitClosed()).isEqualTo(4400);
    }

    @Test
    void acknowledgingWhatWasNeverSentIsClosed() {
        Page page = Page.enter(port, pass);
        page.raw("{\"t\":\"ack\",\"a\":99}");
        assertThat(page.awaitClosed()).isEqualTo(4400);
    }

    @Test
    void frameOfMoreThan64KiBIsTooLong() {
        Page page = Page.enter(port, pass);
        page.raw("{\"t\":\"ping\",\"time\":1,\"x\":\"" + "x".repeat(65 * 1024) + "\"}");
        assertThat(page.awaitClosed()).isEqualTo(1009);
    }

    @Test
    void frameOfJustUnder64KiBIsFine() {
        Page page = Page.enter(port, pass);
        page.raw("{\"t\":\"ping\",\"time\":1,\"x\":\"" + "x".repeat(65_500) + "\"}");
        page.await("pong");
    }

    @Test
    void binaryFrameIsRefused() {
        Page page = Page.enter(port, pass);
        page.binary();
        assertThat(page.awaitClosed()).isEqualTo(1003);
    }

    @Test
    void whoAcknowledgesNothingIsClosedAndStartsAfresh() {
        Page page = Page.enter(port, pass);
        int said = 0;
        for (int i = 0; i < 90 && page.open(); i++) {
            page.raw(Page.message("sync").put("rev", 0).toString());
            said++;
            int answers = said;
            // no faster than answered, which stays below the rate only because each look takes a while
            page.awaitThat(
                    "room " + said, () -> !page.open() || page.all("snapshot").size() > answers);
            page.awaitThat("the next turn", pause());
        }
        assertThat(page.awaitClosed()).isEqualTo(4413);
        assertThat(page.all("snapshot")).hasSize(Outbox.MOST_MESSAGES);

        Page back = Page.resume(port, page, Outbox.MOST_MESSAGES);
        assertThat(back.await("welcome").get("resumed").booleanValue()).isFalse();
    }

    @Test
    void aloneAcknowledgementComesWithinASecond() {
        Page page = Page.enter(port, pass);
        page.ready();
        page.awaitThat(
                "an acknowledgement",
                () -> page.all().stream().anyMatch(m -> m.has("a") && m.get("a").longValue() == 1));
    }

    @Test
    void foreignOriginsAreTurnedAway() {
        URI address = URI.create("ws://localhost:" + port + "/signal");
        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .header("Origin", "https://evil.example")
                        .buildAsync(address, new WebSocket.Listener() {})
                        .join())
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        e -> assertThat(e.getResponse().statusCode()).isEqualTo(403));
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Origin", "http://localhost:" + port)
                .buildAsync(address, new WebSocket.Listener() {})
                .join()
                .abort();
    }

    /** Browsers offer compression with every socket; Java's client never does. */
    @Test
    void compressionIsNotAgreedThoughBrowsersOfferIt() throws IOException {
        try (HostileSocket browser = new HostileSocket(port)) {
            assertThat(browser.headers().getFirst()).contains("101");
            assertThat(browser.headers()).noneMatch(header -> header.startsWith("sec-websocket-extensions"));
        }
    }

    /** 60 KB that would unpack to 60 MB. */
    @Test
    void frameThatSaysItIsCompressedIsRefusedUnread() throws IOException {
        byte[] bomb = new byte[60_000];
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(new byte[60_000_000]);
        deflater.finish();
        assertThat(deflater.deflate(bomb)).isGreaterThan(50_000);
        deflater.end();
        try (HostileSocket hostile = new HostileSocket(port)) {
            // FIN, RSV1 (compressed), text
            hostile.frame(0xC1, bomb);

            assertThat(hostile.awaitClosed()).isEqualTo(1002);
        }
    }

    @Test
    void thousandMessagesASecondFromOneSocketAreCutOffAndDisturbNobody() throws InterruptedException {
        PracticeId practice = TestDatabase.get().newPractice();
        CallId call = calls.open(practice, false);
        Page loud = Page.enter(port, calls.pass(practice, calls.seat(practice, call, ParticipantRole.PATIENT)));
        Page other = Page.enter(port, calls.pass(practice, calls.seat(practice, call, ParticipantRole.CLINICIAN)));
        Thread flood = Thread.ofVirtual().start(() -> flood(loud));
        long slowest = 0;
        for (int i = 0; i < 20; i++) {
            long from = System.nanoTime();
            other.settle();
            slowest = Math.max(slowest, System.nanoTime() - from);
        }
        flood.join();

        // Jetty hangs up as soon as it has said why; whoever still writes may meet the broken pipe before it reads that
        assertThat(loud.awaitClosed()).isIn(4429, 1006);
        // the burst, and what a second or two refill
        assertThat(loud.all("pong")).hasSizeLessThan(200);
        assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(1));
        assertThat(other.open()).isTrue();
        // may come back, and says what it had to say
        Page back = Page.resume(port, loud, 0);
        assertThat(back.await("welcome").get("resumed").booleanValue()).isTrue();
    }

    private static void flood(Page page) {
        for (int i = 0; i < 1000 && page.open(); i++) {
            try {
                page.raw("{\"t\":\"ping\",\"time\":1}");
            } catch (CompletionException e) {
                return;
            }
        }
    }

    private static java.util.function.BooleanSupplier pause() {
        long until = System.nanoTime() + 20_000_000;
        return () -> System.nanoTime() > until;
    }
}
