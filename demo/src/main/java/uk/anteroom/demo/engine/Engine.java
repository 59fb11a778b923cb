package uk.anteroom.demo.engine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import javax.sql.DataSource;
import uk.anteroom.demo.CannotStart;

/**
 * The PostgreSQL of the demo. Its data and its port stay between runs, and what it says is committed is on the disk: a demo
 * that is pulled out of the wall shows what the real thing would.
 */
public final class Engine implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;
    private final FileLock folder;

    private Engine(EmbeddedPostgres postgres, FileLock folder) {
        this.postgres = postgres;
        this.folder = folder;
    }

    /** Starts PostgreSQL on the data in that folder, after stopping one that a killed demo left behind. */
    public static Engine start(Path var) {
        try {
            // what is inside is nobody else's business, and the programs that are unpacked there must stay as they are
            Files.createDirectories(
                    var, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            FileLock folder = lock(var);
            Path data = var.resolve("postgres");
            Leftover.stop(data);
            int port = keptPort(var.resolve("postgres.port"));
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(var.resolve("engine").toFile())
                    .setPort(port)
                    .setLocaleConfig("locale", "C")
                    // its own defaults are for tests, which may lose data
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "100")
                    // it is stopped after the service, not at the same time
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(PATIENCE)
                    .start();
            return new Engine(postgres, folder);
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL did not start in " + var + ": " + e.getMessage(), e);
        } catch (IllegalStateException e) {
            throw new CannotStart(
                    "PostgreSQL did not start in " + var + ": " + e.getMessage()
                            + ". If its data is broken, bin/run --fresh begins anew.",
                    e);
        }
    }

    /** The JDBC address of one of its databases, without user and password. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database;
    }

    /** Connections that may do everything: for setting up what the service itself may not. */
    public DataSource superuser(String database) {
        return postgres.getDatabase("postgres", database);
    }

    @Override
    public void close() {
        try {
            postgres.close();
            folder.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileLock lock(Path var) throws IOException {
        FileChannel channel =
                FileChannel.open(var.resolve("running"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new CannotStart("Another demo is running on the data in " + var
                    + ": stop it, or choose another folder with --var.");
        }
        return lock;
    }

    /** The port of the last run, if it is still free, so that whoever looked at the database with a tool finds it again. */
    private static int keptPort(Path file) throws IOException {
        if (Files.exists(file)) {
            int kept = Integer.parseInt(Files.readString(file).strip());
            if (isFree(kept)) {
                return kept;
            }
        }
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(file, free.getLocalPort() + "\n");
            return free.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
