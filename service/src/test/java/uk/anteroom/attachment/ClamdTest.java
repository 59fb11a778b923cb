package uk.anteroom.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.anteroom.testing.RealClamd;

class ClamdTest {

    private static final RealClamd REAL = new RealClamd();

    @BeforeAll
    static void start() {
        REAL.start();
    }

    @AfterAll
    static void stop() {
        REAL.stop();
    }

    @Test
    void realOneFindsWhatItKnowsWhereverItStands() throws ScannerAway {
        Clamd clamd = new Clamd(() -> new InetSocketAddress("127.0.0.1", REAL.port()));
        byte[] large = new byte[10 * 1024 * 1024];
        byte[] marker = RealClamd.MARKER.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(marker, 0, large, 9_000_000, marker.length);

        assertThat(clamd.scan(Specimens.eicar())).isEqualTo(Scanner.Verdict.INFECTED);
        assertThat(clamd.scan(large)).isEqualTo(Scanner.Verdict.INFECTED);
        assertThat(clamd.scan(new byte[1000])).isEqualTo(Scanner.Verdict.CLEAN);
        assertThat(clamd.scan(new byte[0])).isEqualTo(Scanner.Verdict.CLEAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "stream: OK",
                "OK\0",
                "stream: OK \0",
                "stream: OK\nstream: X FOUND\0",
                "INSTREAM size limit exceeded. ERROR\0",
                "UNKNOWN COMMAND\0"
            })
    void anyOtherAnswerIsNoVerdict(String answer) throws IOException {
        try (ServerSocket odd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> answer(odd, answer));
            Clamd clamd = new Clamd(() -> new InetSocketAddress(odd.getInetAddress(), odd.getLocalPort()));

            assertThatThrownBy(() -> clamd.scan(new byte[10])).isInstanceOf(ScannerAway.class);
        }
    }

    private static void answer(ServerSocket server, String answer) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().readNBytes("zINSTREAM\0".length() + 4 + 10 + 4);
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
