package uk.anteroom.testing;

import static uk.anteroom.testing.Eventually.eventually;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The socket of a program, and what came through it. Answers every event with 200 unless it is told otherwise. */
public final class RawSocket implements WebSocket.Listener, AutoCloseable {

    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;
    private volatile @Nullable String answer = "200";
    private volatile boolean deaf;
    private volatile int closedWith;

    RawSocket(URI address) {
        socket = client.newWebSocketBuilder().buildAsync(address, this).join();
    }

    /** Answers events with this from now on; as a number, if it begins with a sign; not at all, if it is null. */
    public RawSocket answering(@Nullable String status) {
        answer = status;
        return this;
    }

    public void say(String text) {
        socket.sendText(text, true).join();
    }

    public void binary() {
        socket.sendBinary(ByteBuffer.allocate(1), true).join();
    }

    /** Reads nothing any more, so that it answers not even a ping. */
    public void stopReading() {
        deaf = true;
    }

    /** Loses the network without a word. */
    public void lose() {
        socket.abort();
        // what has been aborted is closed when the client likes; its network is gone at once
        client.shutdownNow();
    }

    /** Says goodbye with that code. */
    public void leave(int code) {
        socket.sendClose(code, "").join();
    }

    public List<JsonNode> heard() {
        return List.copyOf(heard);
    }

    /** What came and is an event. */
    public List<JsonNode> events() {
        return heard.stream().filter(said -> said.has("event")).toList();
    }

    public List<JsonNode> events(String name) {
        return events().stream().filter(said -> name(said).equals(name)).toList();
    }

    public static String name(JsonNode event) {
        return event.path("event").path("hub.event").asString();
    }

    public JsonNode awaitMode(String mode) {
        return await(said -> said.path("hub.mode").asString("").equals(mode));
    }

    public JsonNode awaitEvent(String id) {
        return await(said -> said.has("event") && said.path("id").asString().equals(id));
    }

    public JsonNode await(Predicate<JsonNode> which) {
        eventually("a message among " + heard, () -> heard.stream().anyMatch(which));
        return heard.stream().filter(which).findFirst().orElseThrow();
    }

    public int awaitClosed() {
        eventually("the end of the socket, after " + heard, () -> closedWith != 0);
        return closedWith;
    }

    public boolean open() {
        return closedWith == 0;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            JsonNode said = RawProgram.JSON.readTree(partial.toString());
            partial.setLength(0);
            heard.add(said);
            String status = answer;
            if (said.has("event") && status != null) {
                String value = status.startsWith("+") ? status.substring(1) : "\"" + status + "\"";
                from.sendText("{\"id\":\"" + said.path("id").asString() + "\",\"status\":" + value + "}", true);
            }
        }
        if (!deaf) {
            from.request(1);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        // Java's client answers by itself whatever it reads
        if (!deaf) {
            from.request(1);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closedWith = code;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable problem) {
        closedWith = 1006;
    }

    @Override
    public void close() {
        lose();
    }
}
