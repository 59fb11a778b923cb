package uk.anteroom.e2e.stage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** A relay on loopback that follows the production file to the letter, denied addresses included. */
public final class Relay implements AutoCloseable {

    public static final String SECRET = "a-secret-for-this-test-and-nothing-else";

    private static final Path FILE =
            Path.of("../ops/coturn/turnserver.conf").toAbsolutePath().normalize();

    private final Program program;
    private final int port;
    private final int tlsPort;

    private Relay(Program program, int port, int tlsPort) {
        this.program = program;
        this.port = port;
        this.tlsPort = tlsPort;
    }

    /** Starts it with relaying addresses of both families, so that both can be asked for what must not be reached. */
    public static Relay start(Path folder) {
        return start(folder, "--relay-ip=::1", "--no-tls");
    }

    /** Starts it for many pairs of clients on loopback who all have one name. */
    public static Relay forLoad(Path folder) {
        Path key = folder.resolve("key.pem");
        Path certificate = folder.resolve("certificate.pem");
        Shell.run(
                "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=localhost -keyout "
                        + key + " -out " + certificate + " 2>&1");
        return start(
                folder,
                "--pkey=" + key,
                "--cert=" + certificate,
                "--allow-loopback-peers",
                "--allowed-peer-ip=127.0.0.1",
                "--user-quota=0");
    }

    private static Relay start(Path folder, String... more) {
        int port = freePort();
        int tlsPort = freePort();
        List<String> command = new ArrayList<>(List.of("turnserver", "-c", FILE.toString()));
        command.addAll(List.of("--listening-ip=127.0.0.1", "--relay-ip=127.0.0.1", "--tls-listening-port=" + tlsPort));
        command.addAll(List.of(more));
        command.addAll(List.of("--listening-port=" + port, "--realm=anteroom", "--static-auth-secret=" + SECRET));
        command.addAll(List.of("--userdb=" + folder.resolve("users.sqlite"), "--pidfile=" + folder.resolve("pid")));
        command.addAll(List.of("--log-file=stdout"));
        Program program = Program.start(folder, folder.resolve("relay.log"), command);
        program.awaits(() -> answers(port));
        return new Relay(program, port, tlsPort);
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    public int tlsPort() {
        return tlsPort;
    }

    public long pid() {
        return program.pid();
    }

    @Override
    public void close() {
        program.close();
    }

    private static boolean answers(int port) {
        try (Socket knock = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return knock.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Below those the system gives to whoever calls out: one of these would be taken before the relay listens. */
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
