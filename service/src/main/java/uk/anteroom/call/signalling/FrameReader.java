package uk.anteroom.call.signalling;

import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.anteroom.call.Check;
import uk.anteroom.call.Participant;
import uk.anteroom.call.ParticipantId;

/**
 * Reads what a page says, strictly: one JSON object, nested at most 8 deep, no field twice, every field of the type the
 * protocol gives it. Fields the protocol does not know are ignored and passed on to nobody.
 */
@Component
class FrameReader {

    private static final int DEEPEST = 8;
    private static final int LONGEST_SECRET = 512;
    private static final int LONGEST_STATS = 2048;

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Throws {@link ProtocolBreach} if the text is no message of this protocol. */
    Frame read(String text) {
        JsonNode tree;
        try {
            tree = json.readTree(text);
        } catch (JacksonException e) {
            throw new ProtocolBreach("Not JSON");
        }
        if (!(tree instanceof ObjectNode object)) {
            throw new ProtocolBreach("Not an object");
        }
        FromClient message = message(object);
        if (message instanceof FromClient.Stats && text.length() > LONGEST_STATS) {
            throw new ProtocolBreach("More figures than there are");
        }
        Long number = object.has("s") ? (Long) whole(object, "s", 1) : null;
        Long acknowledged = object.has("a") ? (Long) whole(object, "a", 0) : null;
        if (message instanceof FromClient.Reliable && number == null) {
            throw new ProtocolBreach("A reliable message without a number");
        }
        if (message instanceof FromClient.Ack && acknowledged == null) {
            throw new ProtocolBreach("An acknowledgement without a number");
        }
        return new Frame(number, acknowledged, message);
    }

    private static FromClient message(ObjectNode m) {
        return switch (text(m, "t", 32)) {
            case "hello" -> hello(m);
            case "resume" ->
                new FromClient.Resume(
                        text(m, "session", LONGEST_SECRET), text(m, "token", LONGEST_SECRET), whole(m, "lastSeq", 0));
            case "ping" -> new FromClient.Ping(number(m, "time"));
            case "ack" -> new FromClient.Ack();
            case "sync" -> new FromClient.Sync(whole(m, "rev", 0));
            case "ready" -> new FromClient.Ready(device(m, "camera"), device(m, "microphone"));
            case "check" -> new FromClient.Checked(check(m));
            case "card-done" -> new FromClient.CardDone();
            case "signal" -> new FromClient.Signal(new ParticipantId(uuid(m, "to")), epoch(m), SignalContent.of(m));
            case "media" ->
                new FromClient.Sends(
                        new Participant.Media(flag(m, "microphone"), flag(m, "camera"), flag(m, "screen")));
            case "admit" -> new FromClient.Admit(uuid(m, "cid"), new ParticipantId(uuid(m, "participant")));
            case "hold" ->
                new FromClient.Hold(uuid(m, "cid"), new ParticipantId(uuid(m, "participant")), flag(m, "on"));
            case "remove" -> new FromClient.Remove(uuid(m, "cid"), new ParticipantId(uuid(m, "participant")));
            case "pin" ->
                new FromClient.Pin(
                        uuid(m, "cid"),
                        m.path("participant").isNull() ? null : new ParticipantId(uuid(m, "participant")));
            case "end" -> new FromClient.End(uuid(m, "cid"));
            case "leave" -> new FromClient.Leave(uuid(m, "cid"));
            case "phone" -> new FromClient.Phone(uuid(m, "cid"), flag(m, "on"));
            case "card" -> new FromClient.Card(uuid(m, "cid"), new ParticipantId(uuid(m, "participant")), card(m));
            case "stats" -> new FromClient.Stats(FiguresReader.read(m));
            default -> throw new ProtocolBreach("Unknown kind");
        };
    }

    private static FromClient hello(ObjectNode m) {
        if (whole(m, "proto", 1) != 1) {
            throw new ProtocolBreach("Another protocol");
        }
        return new FromClient.Hello(text(m, "pass", LONGEST_SECRET));
    }

    private static int epoch(ObjectNode m) {
        long epoch = whole(m, "epoch", 0);
        if (epoch > Integer.MAX_VALUE) {
            throw new ProtocolBreach("epoch is too great");
        }
        return (int) epoch;
    }

    private static Participant.Device device(ObjectNode m, String field) {
        return word(m, field, Participant.Device.values());
    }

    private static Check check(ObjectNode m) {
        return new Check(
                wordIfAny(m, "problem", Check.Problem.values()),
                wordIfAny(m, "browser", Check.Browser.values()),
                wordIfAny(m, "system", Check.System.values()),
                wordIfAny(m, "speaker", Check.Speaker.values()),
                wordIfAny(m, "network", Check.Network.values()));
    }

    private static Check.@Nullable Problem card(ObjectNode m) {
        JsonNode card = m.get("card");
        if (card == null) {
            throw new ProtocolBreach("card is missing");
        }
        return card.isNull() ? null : word(m, "card", Check.Problem.values());
    }

    static <E extends Enum<E>> @Nullable E wordIfAny(ObjectNode m, String field, E[] words) {
        return m.has(field) ? word(m, field, words) : null;
    }

    static <E extends Enum<E>> E word(ObjectNode m, String field, E[] words) {
        String word = text(m, field, 16);
        return Arrays.stream(words)
                .filter(e -> e.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
                .findFirst()
                .orElseThrow(() -> new ProtocolBreach(field + " is not one of the words"));
    }

    private static UUID uuid(ObjectNode m, String field) {
        String text = text(m, field, 36);
        try {
            UUID uuid = UUID.fromString(text);
            // fromString also takes short groups
            if (text.length() == 36) {
                return uuid;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new ProtocolBreach(field + " is no UUID");
    }

    private static boolean flag(ObjectNode m, String field) {
        JsonNode node = m.get(field);
        if (node == null || !node.isBoolean()) {
            throw new ProtocolBreach(field + " is not true or false");
        }
        return node.booleanValue();
    }

    static long whole(ObjectNode m, String field, long least) {
        JsonNode node = number(m, field);
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < least) {
            throw new ProtocolBreach(field + " is not a whole number from " + least);
        }
        return node.longValue();
    }

    static JsonNode number(ObjectNode m, String field) {
        JsonNode node = m.get(field);
        if (node == null || !node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw new ProtocolBreach(field + " is not a number");
        }
        return node;
    }

    static String text(ObjectNode m, String field, int longest) {
        JsonNode node = m.get(field);
        if (node == null
                || !node.isString()
                || node.stringValue().isEmpty()
                || node.stringValue().length() > longest) {
            throw new ProtocolBreach(field + " is not a text of 1 to " + longest);
        }
        return node.stringValue();
    }
}
