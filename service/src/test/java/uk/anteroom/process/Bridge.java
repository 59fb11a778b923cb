package uk.anteroom.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The line between the service and the record: it knows how far each exchange has come, and has a blow struck when its moment is there. */
final class Bridge implements AutoCloseable {

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicReference<@Nullable Blow> armed = new AtomicReference<>();
    private final Consumer<Blow> strike;
    private volatile String record;

    Bridge(String record, Consumer<Blow> strike) throws IOException {
        this.record = record;
        this.strike = strike;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/fhir";
    }

    /** The record has come back elsewhere. */
    void leadsTo(String address) {
        record = address;
    }

    void arm(Blow blow) {
        armed.set(blow);
    }

    boolean armed() {
        return armed.get() != null;
    }

    private void pass(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().toString().substring("/fhir".length());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(record + path))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (name.equalsIgnoreCase("Content-Type") || name.equalsIgnoreCase("Accept")) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try (exchange) {
            reach(Blow.Moment.ASKED);
            CompletableFuture<HttpResponse<byte[]>> answering =
                    client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            reach(Blow.Moment.UNDER_WAY);
            HttpResponse<byte[]> answer = answering.join();
            reach(Blow.Moment.ANSWERED);
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
            exchange.getResponseBody().flush();
            reach(Blow.Moment.TOLD);
        } catch (CompletionException e) {
            // the record is dead; whoever asked is cut off without a word
        }
    }

    /** Strikes the armed blow if it was meant for now. */
    void reach(Blow.Moment moment) {
        Blow blow = armed.get();
        if (blow == null || blow.moment() != moment || !armed.compareAndSet(blow, null)) {
            return;
        }
        if (blow.millis() > 0) {
            try {
                TimeUnit.MILLISECONDS.sleep(blow.millis());
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        strike.accept(blow);
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
