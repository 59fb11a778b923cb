package uk.anteroom.e2e.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.WebSocket;
import java.util.UUID;
import java.util.function.Consumer;

/** Somebody in a call by a socket alone. It acknowledges whatever it is told. */
final class Member {

    private final String pass;
    private final WebSocket socket;
    private volatile int heard;

    Member(Wire wire, String passAddress, Consumer<JsonObject> told) {
        pass = JsonParser.parseString(wire.post(passAddress))
                .getAsJsonObject()
                .get("pass")
                .getAsString();
        socket = wire.open(text -> {
            JsonObject message = JsonParser.parseString(text).getAsJsonObject();
            if (message.has("s")) {
                heard = message.get("s").getAsInt();
            }
            told.accept(message);
        });
    }

    /** Takes its seat. Answers when it asked, in nanoseconds of {@link System#nanoTime}. */
    long hello() {
        JsonObject hello = new JsonObject();
        hello.addProperty("t", "hello");
        hello.addProperty("pass", pass);
        hello.addProperty("proto", 1);
        long at = System.nanoTime();
        say(hello);
        return at;
    }

    /** Is still there, and has heard what it was told. */
    void ping() {
        JsonObject ping = new JsonObject();
        ping.addProperty("t", "ping");
        ping.addProperty("time", System.currentTimeMillis());
        ping.addProperty("a", heard);
        say(ping);
    }

    /** Goes and keeps its place. */
    void leave() {
        JsonObject leave = new JsonObject();
        leave.addProperty("t", "leave");
        leave.addProperty("s", 1);
        leave.addProperty("cid", UUID.randomUUID().toString());
        say(leave);
    }

    void hangUp() {
        socket.abort();
    }

    private void say(JsonObject message) {
        socket.sendText(message.toString(), true).join();
    }
}
