package uk.anteroom.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A program of somebody else that speaks HTTP and FHIRcast by the book, and knows nothing of ours. */
public final class RawProgram {

    public static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final int port;
    private final @Nullable String token;
    private @Nullable String topic;

    public RawProgram(int port, @Nullable String token) {
        this.port = port;
        this.token = token;
    }

    /** The topic it was told of, asked for once. */
    public String topic() {
        String known = topic;
        if (known == null) {
            known = json(get("/toolbar/session")).path("hub.topic").asString();
            topic = known;
        }
        return known;
    }

    public HttpResponse<String> get(String path) {
        return send(to(path).GET());
    }

    public HttpResponse<String> delete(String path) {
        return send(to(path).DELETE());
    }

    public HttpResponse<String> form(String path, Map<String, String> fields) {
        return form(
                path,
                fields.entrySet().stream()
                        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&")));
    }

    public HttpResponse<String> form(String path, String body) {
        return post(path, "application/x-www-form-urlencoded", body);
    }

    public HttpResponse<String> post(String path, String type, String body) {
        return send(to(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    /** Asks to be told of these events. */
    public HttpResponse<String> subscribe(String events) {
        return subscribe(events, Map.of());
    }

    public HttpResponse<String> subscribe(String events, Map<String, String> more) {
        String others = more.entrySet().stream()
                .map(field -> "&" + encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining());
        return form(
                "/fhircast",
                "hub.channel.type=websocket&hub.mode=subscribe&hub.topic=" + encode(topic()) + "&hub.events="
                        + encode(events) + others);
    }

    public HttpResponse<String> unsubscribe(String endpoint) {
        return form(
                "/fhircast",
                "hub.channel.type=websocket&hub.mode=unsubscribe&hub.topic=" + encode(topic())
                        + "&hub.channel.endpoint=" + encode(endpoint));
    }

    /** Subscribes, opens the socket, and waits for the confirmation. */
    public RawSocket listen(String events) {
        return listen(events, Map.of());
    }

    public RawSocket listen(String events, Map<String, String> more) {
        RawSocket socket = open(endpoint(subscribe(events, more)));
        socket.awaitMode("subscribe");
        return socket;
    }

    public RawSocket open(String endpoint) {
        return new RawSocket(URI.create(endpoint.replaceFirst("^wss?://[^/]+", "ws://localhost:" + port)));
    }

    public HttpResponse<String> event(String json) {
        return post("/fhircast", "application/fhir+json", json);
    }

    public HttpResponse<String> context() {
        return get("/fhircast/" + topic());
    }

    public static String endpoint(HttpResponse<String> answer) {
        if (answer.statusCode() != 202) {
            throw new AssertionError(answer.statusCode() + ": " + answer.body());
        }
        return json(answer).path("hub.channel.endpoint").asString();
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder to(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
