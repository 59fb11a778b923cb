package uk.anteroom.call.signalling;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.anteroom.call.CallPass;

/** A page as the service sees it: a socket, what came through it, and what it says, numbered. */
final class Page implements WebSocket.Listener {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private final List<JsonNode> got = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;
    private volatile boolean deaf;
    private volatile int closedWith;
    private long said;

    private Page(int port) {
        socket = CLIENT.newWebSocketBuilder()
                .buildAsync(URI.create("ws://localhost:" + port + "/signal"), this)
                .join();
    }

    static Page open(int port) {
        return new Page(port);
    }

    /** Opens, says hello and waits until it has been shown the room. */
    static Page enter(int port, CallPass pass) {
        Page page = open(port);
        page.hello(pass);
        page.await("welcome");
        page.await("snapshot");
        return page;
    }

    /** Goes on, in a new socket, where another page stopped. */
    static Page resume(int port, Page before, long lastSeq) {
        Page page = open(port);
        JsonNode welcome = before.await("welcome");
        page.said = before.said;
        page.raw(message("resume")
                .put("session", welcome.get("session").stringValue())
                .put("token", welcome.get("token").stringValue())
                .put("lastSeq", lastSeq)
                .toString());
        return page;
    }

    static ObjectNode message(String kind) {
        return ProtocolExamples.JSON.createObjectNode().put("t", kind);
    }

    void hello(CallPass pass) {
        raw(message("hello").put("pass", pass.value()).put("proto", 1).toString());
    }

    void ready() {
        say("ready", m -> m.put("camera", "works").put("microphone", "works"));
    }

    UUID command(String kind, Consumer<ObjectNode> fields) {
        UUID cid = UUID.randomUUID();
        say(kind, m -> fields.accept(m.put("cid", cid.toString())));
        return cid;
    }

    /** Says a reliable message. */
    void say(String kind, Consumer<ObjectNode> fields) {
        ObjectNode m = message(kind).put("s", ++said);
        fields.accept(m);
        raw(m.toString());
    }

    void raw(String text) {
        socket.sendText(text, true).join();
    }

    void binary() {
        socket.sendBinary(java.nio.ByteBuffer.allocate(1), true).join();
    }

    /** Reads nothing any more, not even that it is closed. */
    void stopReading() {
        deaf = true;
    }

    void readAgain() {
        deaf = false;
        socket.request(1);
    }

    /** Loses the network without a word. */
    void lose() {
        socket.abort();
    }

    JsonNode await(String kind) {
        return await(kind, m -> true);
    }

    /** The first message of that kind to which this applies, come or coming. */
    JsonNode await(String kind, Predicate<JsonNode> which) {
        awaitThat(kind, () -> all(kind).stream().anyMatch(which));
        return all(kind).stream().filter(which).findFirst().orElseThrow();
    }

    JsonNode awaitRoom(Predicate<JsonNode> which) {
        return await("snapshot", which);
    }

    List<JsonNode> all(String kind) {
        return got.stream().filter(m -> m.get("t").stringValue().equals(kind)).toList();
    }

    List<JsonNode> all() {
        return List.copyOf(got);
    }

    /** Everything the service numbered, so far. */
    List<Long> numbers() {
        return got.stream()
                .filter(m -> m.has("s"))
                .map(m -> m.get("s").longValue())
                .toList();
    }

    int awaitClosed() {
        awaitThat("closed", () -> closedWith != 0);
        return closedWith;
    }

    boolean open() {
        return closedWith == 0;
    }

    /** Asks for the time and waits for the answer: everything said before has been heard by then. */
    void settle() {
        double time = Math.random();
        raw(message("ping").put("time", time).toString());
        await("pong", m -> m.get("time").doubleValue() == time);
    }

    void awaitThat(String what, BooleanSupplier condition) {
        eventually(() -> what + " after " + got + (open() ? "" : ", closed with " + closedWith), condition);
    }

    static void eventually(String what, BooleanSupplier condition) {
        eventually(() -> what, condition);
    }

    private static void eventually(Supplier<String> what, BooleanSupplier condition) {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("Waited in vain for " + what.get());
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            got.add(ProtocolExamples.JSON.readTree(partial.toString()));
            partial.setLength(0);
        }
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
}
