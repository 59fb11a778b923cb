package uk.anteroom.demo.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A PostgreSQL that runs on although the demo that started it was killed. */
final class Leftover {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LOOK_AGAIN_MILLIS = 100;

    private Leftover() {}

    /** Stops it, if there is one, as {@code pg_ctl stop -m fast} does; that program itself refuses to work for root. */
    static void stop(Path data) throws IOException {
        Optional<ProcessHandle> found = find(data);
        if (found.isEmpty()) {
            return;
        }
        ProcessHandle postgres = found.get();
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(postgres.pid()))
                    .start()
                    .waitFor();
            // it takes the file away when it is done; the process itself may linger unburied where nobody reaps orphans
            Instant patience = Instant.now().plus(PATIENCE);
            while (Files.exists(file(data)) && Instant.now().isBefore(patience)) {
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
            if (Files.exists(file(data))) {
                postgres.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** The first line of postmaster.pid is the process; the number may belong to another program by now. */
    private static Optional<ProcessHandle> find(Path data) throws IOException {
        Path file = file(data);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        return ProcessHandle.of(pid)
                .filter(process -> process.info()
                        .commandLine()
                        .or(() -> process.info().command())
                        .filter(command -> command.contains("postgres"))
                        .isPresent());
    }
}
