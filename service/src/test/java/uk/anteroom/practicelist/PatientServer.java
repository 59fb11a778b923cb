package uk.anteroom.practicelist;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A clinical system over HTTP: FHIR R4 Patients, paged by links, and a note of everything it was asked. */
public final class PatientServer implements AutoCloseable {

    /** A record: its JSON, and when it was last changed. */
    private record Kept(String json, Instant changed) {}

    /** What was asked: the method, and the address. */
    public record Asked(String method, String address) {}

    private final Map<String, Kept> records = new LinkedHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile CountDownLatch stalled = new CountDownLatch(1);
    private volatile int stallsFrom = Integer.MAX_VALUE;
    private volatile int faults;
    private volatile int fromPage = Integer.MAX_VALUE;

    public PatientServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/fhir/Patient", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/fhir");
    }

    /** A record as the clinical system has it from now on. */
    public synchronized void put(Someone someone) {
        records.put(someone.id(), new Kept(someone.json(), Instant.now()));
    }

    synchronized void remove(String id) {
        records.remove(id);
    }

    public List<Asked> asked() {
        return asked;
    }

    /** So many times it answers 503, from that page on. */
    void fails(int times, int page) {
        faults = times;
        fromPage = page;
    }

    /** From that page on it answers nothing until {@link #goesOn}. */
    public void stallsFrom(int page) {
        stalled = new CountDownLatch(1);
        stallsFrom = page;
    }

    public void goesOn() {
        stallsFrom = Integer.MAX_VALUE;
        stalled.countDown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        URI address = exchange.getRequestURI();
        asked.add(new Asked(exchange.getRequestMethod(), address.toString()));
        Map<String, String> query = Arrays.stream(address.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        int from = Integer.parseInt(query.getOrDefault("from", "0"));
        int count = Integer.parseInt(query.getOrDefault("_count", "20"));
        if (from / count >= stallsFrom) {
            try {
                stalled.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
        if (faults > 0 && from / count >= fromPage) {
            faults--;
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
            return;
        }
        String since = query.get("_lastUpdated");
        byte[] body = bundle(from, count, since).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private synchronized String bundle(int from, int count, @Nullable String since) {
        List<Kept> all = new ArrayList<>(records.values());
        if (since != null) {
            Instant then = Instant.parse(since.substring(2));
            all.removeIf(kept -> kept.changed().isBefore(then));
        }
        int to = Math.min(all.size(), from + count);
        String entries = all.subList(Math.min(from, to), to).stream()
                .map(kept -> "{\"resource\":" + kept.json() + "}")
                .collect(Collectors.joining(","));
        String next = to < all.size()
                ? "{\"relation\":\"next\",\"url\":\"" + base() + "/Patient?_count=" + count + "&from=" + to
                        + (since == null ? "" : "&_lastUpdated=" + since) + "\"}"
                : "";
        return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"link\":[" + next + "],\"entry\":[" + entries
                + "]}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
