package uk.anteroom.testing;

import static uk.anteroom.testing.Eventually.eventually;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A real clamd on loopback that knows two things: the EICAR test file, by its hash, and {@link #MARKER}, wherever it stands in a file. Debian has it in
 * clamav-daemon.
 */
public final class RealClamd {

    /** What this scanner takes for a virus. Harmless. */
    public static final String MARKER = "ANTEROOM-HARMLESS-TEST-MARKER-7f3a";

    private static final Map<String, String> SIGNATURES = new TreeMap<>(Map.of(
            "eicar.hdb",
            "44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test-Signature\n",
            "marker.ndb",
            "Anteroom-Test-Marker:0:*:" + HexFormat.of().formatHex(MARKER.getBytes(StandardCharsets.US_ASCII)) + "\n"));

    private final Path folder;
    private final int port;
    private @Nullable Process process;

    /** One that is not started yet. Its port stays the same. */
    public RealClamd() {
        try {
            port = FreePort.any();
            folder = Files.createTempDirectory("anteroom-test-clamd");
            Path signatures = Files.createDirectory(folder.resolve("signatures"));
            for (var file : SIGNATURES.entrySet()) {
                Files.writeString(signatures.resolve(file.getKey()), file.getValue());
            }
            Files.writeString(folder.resolve("clamd.conf"), """
                    TCPSocket %d
                    TCPAddr 127.0.0.1
                    DatabaseDirectory %s
                    TemporaryDirectory %s
                    Foreground yes
                    """.formatted(port, signatures, folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "clamd-stop"));
    }

    public int port() {
        return port;
    }

    /** Returns when it answers; does nothing if it runs. */
    public synchronized RealClamd start() {
        if (process == null) {
            try {
                process = new ProcessBuilder("clamd", "--config-file=" + folder.resolve("clamd.conf"))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("clamd.log").toFile())
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("clamd is not installed: apt-get install clamav-daemon", e);
            }
            eventually("clamd", this::answers);
        }
        return this;
    }

    /** Returns when it is gone. */
    public synchronized void stop() {
        if (process != null) {
            process.destroy();
            try {
                if (!process.waitFor(5, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            process = null;
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("zPING\0".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == 'P';
        } catch (IOException e) {
            return false;
        }
    }
}
