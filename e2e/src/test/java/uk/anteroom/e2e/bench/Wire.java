package uk.anteroom.e2e.bench;

import com.microsoft.playwright.Page;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a signed-in page says over the wire, said without the page: its cookies and its token, and no browser at work meanwhile. */
final class Wire {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String address;
    private final String cookies;
    private final String csrfHeader;
    private final String csrfToken;

    /** Takes over from what the page shows now. */
    Wire(String address, Page page) {
        this.address = address;
        cookies = page.context().cookies(address).stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        csrfHeader = content(page, "csrf-header");
        csrfToken = content(page, "csrf-token");
    }

    private static String content(Page page, String name) {
        return page.locator("meta[name=" + name + "]").getAttribute("content");
    }

    String post(String path) {
        try {
            HttpResponse<String> answer = CLIENT.send(
                    request(path)
                            .header(csrfHeader, csrfToken)
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every line of an event stream, on a thread of its own. */
    void listen(String path, Consumer<String> line) {
        Thread.ofVirtual().start(() -> {
            try (InputStream body = CLIENT.send(request(path).build(), HttpResponse.BodyHandlers.ofInputStream())
                            .body();
                    BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                lines.lines().forEach(line);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Opens a signalling socket; what comes is told whole, on the thread that reads it. */
    WebSocket open(Consumer<String> message) {
        return CLIENT.newWebSocketBuilder()
                .header("Cookie", cookies)
                .header("Origin", address)
                .buildAsync(URI.create(address.replaceFirst("^http", "ws") + "/signal"), new Whole(message))
                .join();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Cookie", cookies);
    }

    private static final class Whole implements WebSocket.Listener {

        private final Consumer<String> message;
        private final StringBuilder partial = new StringBuilder();

        Whole(Consumer<String> message) {
            this.message = message;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                message.accept(partial.toString());
                partial.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
