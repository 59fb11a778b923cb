package uk.anteroom.process;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.FreePort;
import uk.anteroom.testing.TestDatabase;

/** The service in a process of its own, as it is deployed: its engines are elsewhere, and it can be killed. */
final class Node implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final int port;

    private Node(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Node start(String databaseUrl, int smtpPort) throws IOException {
        // it does not live long enough for more to pay
        return start(databaseUrl, smtpPort, List.of(), "-XX:TieredStopAtLevel=1");
    }

    /** On the first processor alone, compiled as it is when it is deployed. */
    static Node startOnOneProcessor(String databaseUrl, int smtpPort) throws IOException {
        return start(databaseUrl, smtpPort, List.of("taskset", "-c", "0"), "-XX:+TieredCompilation");
    }

    private static Node start(String databaseUrl, int smtpPort, List<String> before, String compiler)
            throws IOException {
        int port = FreePort.any();
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                compiler,
                "-cp",
                System.getProperty("java.class.path"),
                "uk.anteroom.Anteroom"));
        settings(databaseUrl, smtpPort).forEach(setting -> command.add("--" + setting));
        command.add("--server.port=" + port);
        File log = File.createTempFile("anteroom-node", ".log");
        log.deleteOnExit();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        Node node = new Node(process, port);
        node.awaitReady(log);
        return node;
    }

    /** What every node of these tests is told, as {@code key=value}. */
    static List<String> settings(String databaseUrl, int smtpPort) {
        String password = TestDatabase.get().password();
        return List.of(
                "spring.datasource.url=" + databaseUrl,
                "spring.datasource.password=" + password,
                "spring.flyway.url=" + databaseUrl,
                "spring.flyway.password=" + password,
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + smtpPort,
                "anteroom.public-url=http://localhost:8080",
                "anteroom.field-key=" + Base64.getEncoder().encodeToString(new byte[32]),
                "anteroom.allow-drama-numbers=true",
                "anteroom.smtp.from=no-reply@anteroom.example",
                "management.server.port=0");
    }

    Browser browser() {
        return new Browser(base());
    }

    String base() {
        return "http://localhost:" + port;
    }

    /** What it has taken of the processors so far. */
    Duration worked() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** As the power does it: no shutdown hook runs. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private void awaitReady(File log) throws IOException {
        HttpRequest asking = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in"))
                .timeout(Duration.ofSeconds(5))
                .build();
        Instant deadline = Instant.now().plus(PATIENCE);
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (process.isAlive() && Instant.now().isBefore(deadline)) {
                try {
                    if (client.send(asking, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException e) {
                    LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        }
        throw new AssertionError("The node did not start:\n" + Files.readString(log.toPath()));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
