package uk.anteroom.call.signalling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.anteroom.call.ParticipantId;
import uk.anteroom.testing.FreePort;

/** A real coturn, and its own client, take what we issue. */
class CoturnTest {

    private static final String SECRET = "qW8rT2yU5iO9pA3sD6fG1hJ4kL7zX0cV";
    private static final ParticipantId SOMEBODY = new ParticipantId(UUID.randomUUID());
    private static final List<Process> STARTED = new ArrayList<>();

    @TempDir
    static Path folder;

    private static int port;
    private static int peer;

    @BeforeAll
    static void relayOnLoopback() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/turnserver")), "coturn is not installed");
        port = FreePort.any();
        peer = FreePort.any();
        start(
                "turnserver",
                "-n",
                "-c",
                "/dev/null",
                "--listening-ip=127.0.0.1",
                "--relay-ip=127.0.0.1",
                "--listening-port=" + port,
                "--use-auth-secret",
                "--static-auth-secret=" + SECRET,
                "--realm=anteroom.test",
                // the peer of this test is on loopback; no relay that others reach may allow this
                "--allow-loopback-peers",
                "--no-cli",
                "--no-tls",
                "--no-dtls",
                "--no-rfc5780",
                "--log-file=stdout",
                "--simple-log",
                "--pidfile=" + folder.resolve("pid"),
                "--userdb=" + folder.resolve("users"));
        start("turnutils_peer", "-p", Integer.toString(peer), "-L", "127.0.0.1");
        Page.eventually("coturn", CoturnTest::answers);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        for (Process process : STARTED) {
            process.destroy();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void relayTakesWhatWeIssueAndCarriesData() throws Exception {
        String said = client(RelayCredentials.of(SECRET, SOMEBODY, Instant.now().plus(Duration.ofMinutes(15))));

        assertThat(said).contains("Total lost packets 0 ");
    }

    @Test
    void relayRefusesWhatHasExpired() throws Exception {
        String said = client(RelayCredentials.of(SECRET, SOMEBODY, Instant.now().minusSeconds(1)));

        assertThat(said).contains("Cannot complete Allocation");
    }

    @Test
    void relayRefusesWhatWasSignedWithAnotherSecret() throws Exception {
        RelayCredentials forged =
                RelayCredentials.of(SECRET + "x", SOMEBODY, Instant.now().plus(Duration.ofMinutes(15)));

        assertThat(client(forged)).contains("Cannot complete Allocation");
    }

    private static String client(RelayCredentials credentials) throws IOException, InterruptedException {
        Path said = Files.createTempFile(folder, "client", ".log");
        Process client = new ProcessBuilder(
                        "turnutils_uclient",
                        "-n",
                        "2",
                        "-c",
                        "-e",
                        "127.0.0.1",
                        "-r",
                        Integer.toString(peer),
                        "-u",
                        credentials.username(),
                        "-w",
                        credentials.credential(),
                        "-p",
                        Integer.toString(port),
                        "127.0.0.1")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        STARTED.add(client);
        assertThat(client.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return Files.readString(said);
    }

    private static void start(String... command) throws IOException {
        STARTED.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(command[0] + ".log").toFile())
                .start());
    }

    private static boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
