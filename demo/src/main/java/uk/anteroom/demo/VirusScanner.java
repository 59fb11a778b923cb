package uk.anteroom.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * clamd on loopback, if it is installed. It has the signatures of this machine; where there are none, it knows only the test file of EICAR. Files wait for the
 * minute in which it reads them.
 */
final class VirusScanner implements AutoCloseable {

    private static final Path SIGNATURES = Path.of("/var/lib/clamav");
    private static final String EICAR = "44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test-Signature\n";

    /** Where Debian puts it, which is not on everybody's path. */
    private static final String USUAL = "/usr/sbin";

    private static final int PATIENCE_SECONDS = 5;

    private final Process process;
    private final int port;

    private VirusScanner(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it; null if there is none. */
    static @Nullable VirusScanner start(Path var) {
        Path program = find().orElse(null);
        if (program == null) {
            return null;
        }
        try {
            Path folder = Files.createDirectories(var.resolve("clamd")).toAbsolutePath();
            stopLeftover(folder);
            int port = freePort();
            Path settings = Files.writeString(
                    folder.resolve("clamd.conf"), """
                    TCPSocket %d
                    TCPAddr 127.0.0.1
                    DatabaseDirectory %s
                    TemporaryDirectory %s
                    PidFile %s
                    Foreground yes
                    """.formatted(port, signatures(folder), folder, pidFile(folder)));
            Process process = new ProcessBuilder(program.toString(), "--config-file=" + settings)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("clamd.log").toFile())
                    .start();
            return new VirusScanner(process, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the service must be told. */
    List<String> settings() {
        return List.of("--anteroom.scanner.host=127.0.0.1", "--anteroom.scanner.port=" + port);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private static Optional<Path> find() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(":")), Stream.of(USUAL))
                .map(folder -> Path.of(folder, "clamd"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path signatures(Path folder) throws IOException {
        if (Files.isReadable(SIGNATURES)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(SIGNATURES, "*.{cvd,cld}")) {
                if (files.iterator().hasNext()) {
                    return SIGNATURES;
                }
            }
        }
        Path own = Files.createDirectories(folder.resolve("signatures"));
        Files.writeString(own.resolve("eicar.hdb"), EICAR);
        return own;
    }

    /**
     * One that runs on although the demo that started it was killed; the number may belong to another program by now. A scanner that ends takes its file away
     * itself.
     */
    private static void stopLeftover(Path folder) throws IOException {
        Path file = pidFile(folder);
        String number;
        try {
            number = Files.readString(file).strip();
        } catch (NoSuchFileException e) {
            return;
        }
        if (number.matches("[0-9]{1,9}")) {
            ProcessHandle.of(Long.parseLong(number))
                    .filter(process -> process.info()
                            .command()
                            .filter(command -> command.endsWith("clamd"))
                            .isPresent())
                    .ifPresent(ProcessHandle::destroy);
        }
        Files.deleteIfExists(file);
    }

    private static Path pidFile(Path folder) {
        return folder.resolve("clamd.pid");
    }

    /** Below those the system gives to whoever calls out: one of these would be taken by a connection before the scanner listens. */
    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException e) {
                // taken: another one
            }
        }
    }
}
