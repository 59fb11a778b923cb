package uk.anteroom.e2e.stage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A relay on loopback that follows the production file to the letter, denied addresses included. */
public final class Relay implements AutoCloseable {

    public static final String SECRET = "a-secret-for-this-test-and-nothing-else";

    private static final Path FILE =
            Path.of("../ops/coturn/turnserver.conf").toAbsolutePath().normalize();

    private final Program program;
    private final int port;

    private Relay(Program program, int port) {
        this.program = program;
        this.port = port;
    }

    /** Starts it with relaying addresses of both families, so that both can be asked for what must not be reached. */
    public static Relay start(Path folder) {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of("turnserver", "-c", FILE.toString()));
        command.addAll(List.of("--listening-ip=127.0.0.1", "--relay-ip=127.0.0.1", "--relay-ip=::1", "--no-tls"));
        command.addAll(List.of("--listening-port=" + port, "--realm=anteroom", "--static-auth-secret=" + SECRET));
        command.addAll(List.of("--userdb=" + folder.resolve("users.sqlite"), "--pidfile=" + folder.resolve("pid")));
        command.addAll(List.of("--log-file=stdout"));
        Program program = Program.start(folder, folder.resolve("relay.log"), command);
        program.awaits(() -> answers(port));
        return new Relay(program, port);
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
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

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
