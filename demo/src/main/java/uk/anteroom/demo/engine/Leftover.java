package uk.anteroom.demo.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL that runs on although the demo that started it was killed. */
final class Leftover {

    private static final int PATIENCE_SECONDS = 20;

    private Leftover() {}

    /** Stops it, if there is one, as {@code pg_ctl stop -m fast} does; that program itself refuses to work for root. */
    static void stop(Path data) throws IOException {
        Optional<ProcessHandle> found = find(data);
        if (found.isEmpty()) {
            return;
        }
        ProcessHandle postgres = found.get();
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(postgres.pid())).start().waitFor();
            postgres.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            postgres.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IOException("The PostgreSQL of the last run does not stop", e);
        }
    }

    /** The first line of postmaster.pid is the process; the number may belong to another program by now. */
    private static Optional<ProcessHandle> find(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
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
