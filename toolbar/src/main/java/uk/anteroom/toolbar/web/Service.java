package uk.anteroom.toolbar.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The service at one address. Follows no redirect and goes nowhere else: a token is told to the address it was given by and to no other.
 */
public final class Service {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI address;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** Throws {@link IllegalArgumentException}, with a sentence for people, if that address cannot be safe. */
    public Service(URI address) {
        this.address = safe(address);
    }

    /** An address over TLS, or of this machine. */
    private static URI safe(URI address) {
        String scheme = address.getScheme();
        String host = address.getHost();
        if (host == null || !("https".equals(scheme) || "http".equals(scheme))) {
            throw new IllegalArgumentException("The address must be one such as https://video.example");
        }
        if (!"https".equals(scheme)
                && !host.equals("localhost")
                && !host.equals("127.0.0.1")
                && !host.equals("[::1]")) {
            throw new IllegalArgumentException("The address must begin with https:// unless it is of this computer");
        }
        return URI.create(scheme + "://" + address.getAuthority());
    }

    public URI address() {
        return address;
    }

    /** Whether an address is of the service, for a browser or for a socket. */
    public boolean has(URI other) {
        String scheme = other.getScheme();
        boolean secure = "https".equals(scheme) || "wss".equals(scheme);
        boolean known = secure || "http".equals(scheme) || "ws".equals(scheme);
        return known
                && secure == "https".equals(address.getScheme())
                && address.getAuthority().equals(other.getAuthority());
    }

    public Answer get(String path, String token) throws Unreachable, SignedOut {
        return send(to(path, token).GET());
    }

    public Answer delete(String path, String token) throws Unreachable, SignedOut {
        return send(to(path, token).DELETE());
    }

    public Answer form(String path, @Nullable String token, Map<String, String> fields) throws Unreachable, SignedOut {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(to(path, token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    public Answer json(String path, String token, String body) throws Unreachable, SignedOut {
        return send(to(path, token).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    /** What comes bit by bit for as long as somebody reads; to be closed by the reader. */
    public InputStream stream(String path, String token) throws Unreachable, SignedOut {
        HttpResponse<InputStream> response;
        try {
            // without a time limit: this answer never ends
            response = client.send(
                    HttpRequest.newBuilder(address.resolve(path))
                            .header("Authorization", "Bearer " + token)
                            .header("Accept", "text/event-stream")
                            .build(),
                    BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new Unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(e);
        }
        if (response.statusCode() == 200) {
            return response.body();
        }
        close(response.body());
        throw refused(response.statusCode());
    }

    public WebSocket socket(URI endpoint, WebSocket.Listener listener) throws Unreachable {
        if (!has(endpoint)) {
            throw new Unreachable("The socket is somewhere else");
        }
        try {
            return client.newWebSocketBuilder()
                    .connectTimeout(PATIENCE)
                    .buildAsync(endpoint, listener)
                    .join();
        } catch (CompletionException e) {
            throw new Unreachable(e);
        }
    }

    private HttpRequest.Builder to(String path, @Nullable String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).header("Accept", "application/json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) throws Unreachable, SignedOut {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() == 401) {
                throw new SignedOut();
            }
            if (response.statusCode() >= 500) {
                throw new Unreachable("The service answers " + response.statusCode());
            }
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new Unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(e);
        }
    }

    private static Unreachable refused(int status) throws SignedOut {
        if (status == 401) {
            throw new SignedOut();
        }
        return new Unreachable("The service answers " + status);
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            // nobody reads it any more
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
