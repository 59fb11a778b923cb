package uk.anteroom.e2e.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The demo, running as a program of its own with a new and empty folder. */
public final class DemoProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Process process;
    private final int port;
    private final Path log;

    private DemoProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts the jar and waits until it answers. */
    static DemoProcess start(Path folder) {
        Path jar = jar();
        Path log = folder.resolve("demo.log");
        int port = freePort();
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx768m",
                            "-jar",
                            jar.toString(),
                            "--port",
                            Integer.toString(port),
                            "--var",
                            folder.resolve("var").toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            DemoProcess demo = new DemoProcess(process, port, log);
            demo.awaitHealth();
            return demo;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where its pages are. */
    public String address() {
        return "http://localhost:" + port;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitHealth() {
        HttpRequest question = HttpRequest.newBuilder(URI.create("http://localhost:" + (port + 1) + "/actuator/health"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!healthy(client, question)) {
                if (System.nanoTime() > deadline || process.waitFor(250, TimeUnit.MILLISECONDS)) {
                    close();
                    throw new IllegalStateException("The demo did not start:\n" + Files.readString(log));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            close();
            throw new IllegalStateException(e);
        }
    }

    private static boolean healthy(HttpClient client, HttpRequest question) throws InterruptedException {
        try {
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path jar() {
        Path jar = Path.of(System.getProperty("anteroom.demo.jar", "../demo/target/anteroom-demo.jar"))
                .toAbsolutePath()
                .normalize();
        if (!Files.exists(jar)) {
            throw new IllegalStateException("Package the demo first: there is no " + jar);
        }
        return jar;
    }

    /** A free one, whose neighbour above is free too: the health check answers there. */
    private static int freePort() {
        while (true) {
            try (ServerSocket port = new ServerSocket(0)) {
                try (ServerSocket next = new ServerSocket(port.getLocalPort() + 1)) {
                    return next.getLocalPort() - 1;
                } catch (IOException e) {
                    // the neighbour is taken: another pair
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
