package uk.anteroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VirusScannerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path var;

    @Test
    void itAnswersWhereTheServiceIsToldAndStopsWithTheDemo() throws InterruptedException {
        VirusScanner scanner = started();
        int port = port(scanner);
        eventually(() -> answers(port));

        scanner.close();

        assertThat(answers(port)).isFalse();
    }

    @Test
    void oneThatADemoLeftBehindIsStoppedByTheNext() throws InterruptedException {
        int before = port(started());
        eventually(() -> answers(before));

        try (VirusScanner next = started()) {
            eventually(() -> answers(port(next)));
            eventually(() -> !answers(before));
        }
    }

    private VirusScanner started() {
        return Objects.requireNonNull(VirusScanner.start(var), "clamd is not installed: apt-get install clamav-daemon");
    }

    private static int port(VirusScanner scanner) {
        assertThat(scanner.settings()).contains("--anteroom.scanner.host=127.0.0.1");
        return Integer.parseInt(scanner.settings().getLast().replaceFirst(".*=", ""));
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("zPING\0".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == 'P';
        } catch (IOException e) {
            return false;
        }
    }

    private static void eventually(BooleanSupplier answer) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!answer.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
