package uk.anteroom.call.signalling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.anteroom.call.CallId;
import uk.anteroom.call.CallSettings.IceServer;
import uk.anteroom.call.CallState;
import uk.anteroom.call.Check;
import uk.anteroom.call.Participant;
import uk.anteroom.call.ParticipantId;
import uk.anteroom.call.ParticipantRole;
import uk.anteroom.call.Room;
import uk.anteroom.call.signalling.ProtocolExamples.Example;

class FrameWriterTest {

    static Stream<Example> valid() {
        return ProtocolExamples.in("valid").filter(e -> e.from("server"));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void writesExactlyTheShapeOfTheExample(Example example) {
        JsonNode expected = example.file().get("message");
        Long number = expected.has("s") ? (Long) expected.get("s").longValue() : null;

        FromServer message = message(expected);
        String text = FrameWriter.write(message, number);
        String leaving = expected.has("a")
                ? FrameWriter.acknowledging(text, expected.get("a").longValue())
                : text;

        assertThat(ProtocolExamples.JSON.readTree(leaving)).isEqualTo(expected);
        assertThat(message instanceof FromServer.Reliable).isEqualTo(number != null);
    }

    private static FromServer message(JsonNode m) {
        return switch (m.get("t").stringValue()) {
            case "welcome" ->
                new FromServer.Welcome(
                        m.get("session").stringValue(),
                        m.get("token").stringValue(),
                        id(m.get("you")),
                        ParticipantRole.valueOf(constant(m.get("role"))),
                        m.get("gen").intValue(),
                        m.get("resumed").booleanValue(),
                        all(m.get("iceServers")).map(FrameWriterTest::iceServer).toList(),
                        m.get("relayOnly").booleanValue(),
                        m.get("pingEvery").longValue());
            case "ice" ->
                new FromServer.Ice(
                        all(m.get("iceServers")).map(FrameWriterTest::iceServer).toList());
            case "snapshot" -> new FromServer.Snapshot(room(m));
            case "arm" ->
                new FromServer.Arm(
                        id(m.get("peer")),
                        m.get("epoch").intValue(),
                        m.get("polite").booleanValue());
            case "signal" ->
                new FromServer.Signal(id(m.get("from")), m.get("epoch").intValue(), content(m));
            case "done" -> new FromServer.Done(uuid(m.get("cid")), m.get("rev").longValue());
            case "error" ->
                new FromServer.Refusal(
                        m.has("cid") ? uuid(m.get("cid")) : null, FromServer.Code.valueOf(constant(m.get("code"))));
            case "news" -> new FromServer.News(m.get("of").stringValue());
            case "reconnect" -> new FromServer.Reconnect(m.get("afterMs").intValue());
            case "pong" -> new FromServer.Pong(m.get("time"));
            case "ack" -> new FromServer.Ack();
            default -> throw new AssertionError("No such kind");
        };
    }

    private static Room room(JsonNode m) {
        JsonNode call = m.get("call");
        return new Room(
                new CallId(uuid(call.get("id"))),
                CallState.valueOf(constant(call.get("state"))),
                m.get("rev").longValue(),
                call.get("epoch").intValue(),
                instant(call.get("liveAt")),
                null,
                instant(call.get("phoneSince")),
                call.get("pinned").isNull() ? null : id(call.get("pinned")),
                false,
                all(m.get("participants")).map(FrameWriterTest::participant).toList());
    }

    private static Participant participant(JsonNode p) {
        JsonNode media = p.get("media");
        return new Participant(
                id(p.get("id")),
                ParticipantRole.valueOf(constant(p.get("role"))),
                Participant.State.valueOf(constant(p.get("state"))),
                Participant.Presence.valueOf(constant(p.get("presence"))),
                Instant.EPOCH,
                null,
                null,
                p.get("held").booleanValue(),
                1,
                0,
                device(p.get("camera")),
                device(p.get("microphone")),
                media.isNull()
                        ? null
                        : new Participant.Media(
                                media.get("microphone").booleanValue(),
                                media.get("camera").booleanValue(),
                                media.get("screen").booleanValue()),
                check(p.get("check")),
                word(Check.Problem.class, p.get("card")));
    }

    private static @Nullable Check check(JsonNode c) {
        return c.isNull()
                ? null
                : new Check(
                        word(Check.Problem.class, c.path("problem")),
                        word(Check.Browser.class, c.path("browser")),
                        word(Check.System.class, c.path("system")),
                        word(Check.Speaker.class, c.path("speaker")),
                        word(Check.Network.class, c.path("network")));
    }

    private static <E extends Enum<E>> @Nullable E word(Class<E> words, JsonNode word) {
        return word.isNull() || word.isMissingNode()
                ? null
                : Enum.valueOf(words, constant(word).replace('-', '_'));
    }

    private static IceServer iceServer(JsonNode s) {
        List<String> urls = all(s.get("urls")).map(JsonNode::stringValue).toList();
        return new IceServer(
                urls,
                s.has("username") ? s.get("username").stringValue() : null,
                s.has("credential") ? s.get("credential").stringValue() : null);
    }

    private static ObjectNode content(JsonNode m) {
        ObjectNode content = ((ObjectNode) m).deepCopy();
        content.remove(List.of("t", "s", "a", "from", "epoch"));
        return content;
    }

    private static Participant.@Nullable Device device(JsonNode word) {
        return word.isNull() ? null : Participant.Device.valueOf(constant(word));
    }

    private static Stream<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static @Nullable Instant instant(JsonNode text) {
        return text.isNull() ? null : Instant.parse(text.stringValue());
    }

    private static String constant(JsonNode word) {
        return word.stringValue().toUpperCase(Locale.ROOT);
    }

    private static ParticipantId id(JsonNode text) {
        return new ParticipantId(uuid(text));
    }

    private static UUID uuid(JsonNode text) {
        return UUID.fromString(text.stringValue());
    }
}
