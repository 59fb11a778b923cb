package uk.anteroom.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.demo.cast.Surgery;
import uk.anteroom.demo.lan.Lan;
import uk.anteroom.kernel.PracticeTransactions;

/** One whole demo for all tests, started as bin/run starts it, on a folder and ports of its own. */
final class RunningDemo {

    static final int CROWD = 3;

    private static final RunningDemo ONLY = new RunningDemo();

    private final World world = new World();
    private final HttpClient browser = HttpClient.newHttpClient();
    private final int port;
    private final Path var;

    private RunningDemo() {
        try {
            port = freePort();
            var = Files.createTempDirectory("anteroom-demo");
            Runtime.getRuntime().addShutdownHook(new Thread(world::close));
            world.start(new Flags(port, "127.0.0.1", var, CROWD, lan(), null));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where telephones come in; for tests it is loopback too. */
    Lan lan() {
        return new Lan("127.0.0.1", port + 2);
    }

    Path var() {
        return var;
    }

    static RunningDemo get() {
        return ONLY;
    }

    <T> T part(Class<T> type) {
        return world.service().getBean(type);
    }

    URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(at(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
        return browser.send(request, BodyHandlers.ofString());
    }

    /** The first value of a question to the service's database, on behalf of a practice. */
    String asked(Surgery surgery, String sql) {
        return String.valueOf(part(PracticeTransactions.class)
                .in(
                        surgery.id(),
                        () -> part(JdbcClient.class)
                                .sql(sql)
                                .query(String.class)
                                .single()));
    }

    private static int freePort() throws IOException {
        for (int port = 20_000 + (int) (Math.random() * 10_000); ; port += 3) {
            try (ServerSocket one = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                    ServerSocket next = new ServerSocket(port + 1, 1, InetAddress.getLoopbackAddress());
                    ServerSocket lan = new ServerSocket(port + 2, 1, InetAddress.getLoopbackAddress())) {
                return one.getLocalPort();
            } catch (IOException e) {
                // somebody's; the next pair
            }
        }
    }
}
