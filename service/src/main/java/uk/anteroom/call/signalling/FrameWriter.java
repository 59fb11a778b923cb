package uk.anteroom.call.signalling;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import uk.anteroom.call.CallSettings.IceServer;
import uk.anteroom.call.Check;
import uk.anteroom.call.Participant;
import uk.anteroom.call.Room;

/** Writes what the service says as the protocol's JSON. */
final class FrameWriter {

    private FrameWriter() {}

    /** The text of a message; {@code number} is null unless it is reliable. What it acknowledges is added when it leaves. */
    static String write(FromServer message, @Nullable Long number) {
        ObjectNode m = JsonNodeFactory.instance.objectNode();
        m.put("t", kind(message));
        if (number != null) {
            m.put("s", number);
        }
        fields(message, m);
        return m.toString();
    }

    /** Puts the highest number received so far into a message about to leave. */
    static String acknowledging(String text, long received) {
        return "{\"a\":" + received + "," + text.substring(1);
    }

    private static String kind(FromServer message) {
        return switch (message) {
            case FromServer.Welcome w -> "welcome";
            case FromServer.Ice i -> "ice";
            case FromServer.Snapshot s -> "snapshot";
            case FromServer.Arm a -> "arm";
            case FromServer.Signal s -> "signal";
            case FromServer.Done d -> "done";
            case FromServer.Refusal r -> "error";
            case FromServer.News n -> "news";
            case FromServer.Reconnect r -> "reconnect";
            case FromServer.Pong p -> "pong";
            case FromServer.Ack a -> "ack";
        };
    }

    private static void fields(FromServer message, ObjectNode m) {
        switch (message) {
            case FromServer.Welcome w -> welcome(w, m);
            case FromServer.Ice i -> iceServers(i.iceServers(), m);
            case FromServer.Snapshot s -> room(s.room(), m);
            case FromServer.Arm a ->
                m.put("peer", a.peer().toString()).put("epoch", a.epoch()).put("polite", a.polite());
            case FromServer.Signal s ->
                m.put("from", s.from().toString()).put("epoch", s.epoch()).setAll(s.content());
            case FromServer.Done d -> m.put("cid", d.cid().toString()).put("rev", d.rev());
            case FromServer.Refusal r -> {
                if (r.cid() != null) {
                    m.put("cid", r.cid().toString());
                }
                m.put("code", r.code().word()).put("retry", r.code() == FromServer.Code.TRY_AGAIN);
            }
            case FromServer.News n -> m.put("of", n.of());
            case FromServer.Reconnect r -> m.put("afterMs", r.afterMs());
            case FromServer.Pong p -> m.set("time", p.time());
            case FromServer.Ack a -> {}
        }
    }

    private static void welcome(FromServer.Welcome w, ObjectNode m) {
        m.put("session", w.session());
        m.put("token", w.token());
        m.put("you", w.you().toString());
        m.put("role", word(w.role()));
        m.put("gen", w.gen());
        m.put("resumed", w.resumed());
        iceServers(w.iceServers(), m);
        m.put("relayOnly", w.relayOnly());
        m.put("pingEvery", w.pingEvery());
    }

    private static void iceServers(List<IceServer> iceServers, ObjectNode m) {
        ArrayNode servers = m.putArray("iceServers");
        for (IceServer server : iceServers) {
            ObjectNode one = servers.addObject();
            ArrayNode urls = one.putArray("urls");
            server.urls().forEach(urls::add);
            if (server.username() != null) {
                one.put("username", server.username());
            }
            if (server.credential() != null) {
                one.put("credential", server.credential());
            }
        }
    }

    private static void room(Room room, ObjectNode m) {
        m.put("rev", room.rev());
        m.putObject("call")
                .put("id", room.id().toString())
                .put("state", word(room.state()))
                .put("epoch", room.epoch())
                .put("liveAt", iso(room.liveAt()))
                .put("phoneSince", iso(room.phoneSince()))
                .put("pinned", room.pinned() == null ? null : room.pinned().toString());
        ArrayNode participants = m.putArray("participants");
        for (Participant p : room.participants()) {
            ObjectNode one = participants.addObject();
            one.put("id", p.id().toString());
            one.put("role", word(p.role()));
            one.put("state", word(p.state()));
            one.put("held", p.held());
            one.put("presence", word(p.presence()));
            one.put("camera", word(p.camera()));
            one.put("microphone", word(p.microphone()));
            Participant.Media media = p.media();
            if (media == null) {
                one.putNull("media");
            } else {
                one.putObject("media")
                        .put("microphone", media.microphone())
                        .put("camera", media.camera())
                        .put("screen", media.screen());
            }
            check(p.check(), one);
            one.put("card", word(p.card()));
        }
    }

    private static void check(@Nullable Check check, ObjectNode m) {
        if (check == null) {
            m.putNull("check");
            return;
        }
        ObjectNode one = m.putObject("check");
        putIfKnown(one, "problem", check.problem());
        putIfKnown(one, "browser", check.browser());
        putIfKnown(one, "system", check.system());
        putIfKnown(one, "speaker", check.speaker());
        putIfKnown(one, "network", check.network());
    }

    private static void putIfKnown(ObjectNode m, String field, @Nullable Enum<?> constant) {
        if (constant != null) {
            m.put(field, word(constant));
        }
    }

    private static @Nullable String iso(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private static @Nullable String word(@Nullable Enum<?> constant) {
        return constant == null
                ? null
                : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
