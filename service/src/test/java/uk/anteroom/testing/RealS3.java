package uk.anteroom.testing;

import static uk.anteroom.testing.Eventually.eventually;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real S3 server on loopback (S3Proxy) that checks signatures and keeps what it has in a folder, also while it is stopped. */
public final class RealS3 {

    public static final String BUCKET = "anteroom-files";
    public static final String ACCESS_KEY = "anteroom-test";
    public static final String SECRET = "not-a-secret-but-of-its-length";

    private static final Path PROGRAM = Path.of("target", "s3-server", "s3proxy.jar");

    private final Path folder;
    private final int port;
    private @Nullable Process process;

    /** One that is not started yet. Its port stays the same. */
    public RealS3() {
        port = FreePort.any();
        try {
            folder = Files.createTempDirectory("anteroom-test-s3");
            Files.createDirectories(kept());
            Files.writeString(
                    folder.resolve("s3.conf"), """
                    s3proxy.endpoint=http://127.0.0.1:%d
                    s3proxy.authorization=aws-v4
                    s3proxy.identity=%s
                    s3proxy.credential=%s
                    jclouds.provider=filesystem
                    jclouds.identity=none
                    jclouds.credential=none
                    jclouds.filesystem.basedir=%s
                    """.formatted(port, ACCESS_KEY, SECRET, folder.resolve("kept")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "s3-stop"));
    }

    public String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    /** Returns when it answers; does nothing if it runs. */
    public synchronized RealS3 start() {
        if (process == null) {
            try {
                process = new ProcessBuilder(List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-jar",
                                PROGRAM.toString(),
                                "--properties",
                                folder.resolve("s3.conf").toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("s3.log").toFile())
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            eventually("the S3 server", this::answers);
        }
        return this;
    }

    /** Returns when it is gone; what it keeps stays. */
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

    /** It takes connections and answers none, until it is thawed. */
    public synchronized void freeze() {
        signal("-STOP");
    }

    public synchronized void thaw() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            long pid = Objects.requireNonNull(process, "not started").pid();
            new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** What it keeps below a key, as it lies on its disk. */
    public List<Path> keptBelow(String key) {
        Path below = kept().resolve(key);
        if (!Files.exists(below)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path kept() {
        return folder.resolve("kept").resolve(BUCKET);
    }
}
