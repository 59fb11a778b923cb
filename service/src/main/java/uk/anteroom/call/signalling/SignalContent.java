package uk.anteroom.call.signalling;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks what one device tells another (protocol/README.md section 6) and copies the known fields only, so that nothing
 * rides along.
 */
final class SignalContent {

    private static final int LONGEST_SDP = 48 * 1024;
    private static final int MOST_CANDIDATES = 20;
    private static final int LONGEST_CANDIDATE = 1024;
    private static final int LONGEST_NAME = 64;
    // Without a SHA-256 fingerprint whoever sits on the way could take the call over; a=crypto would hand it the keys.
    private static final Pattern FINGERPRINT = Pattern.compile("(?im)^a=fingerprint:sha-256 ");
    private static final Pattern CRYPTO = Pattern.compile("(?im)^a=crypto:");

    private SignalContent() {}

    /** Throws {@link ProtocolBreach} unless the message has exactly one content, and that a sound one. */
    static ObjectNode of(ObjectNode message) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        List<String> kinds = List.of("desc", "candidates", "restart").stream()
                .filter(message::has)
                .toList();
        if (kinds.size() != 1) {
            throw new ProtocolBreach("Not exactly one content");
        }
        JsonNode node = message.get(kinds.getFirst());
        switch (kinds.getFirst()) {
            case "desc" -> description(message, node, content);
            case "candidates" -> content.set("candidates", candidates(node));
            default -> content.put("restart", restart(node));
        }
        return content;
    }

    private static void description(ObjectNode message, @Nullable JsonNode node, ObjectNode content) {
        if (!(node instanceof ObjectNode desc)) {
            throw new ProtocolBreach("desc is not an object");
        }
        String type = FrameReader.text(desc, "type", 8);
        String sdp = FrameReader.text(desc, "sdp", LONGEST_SDP);
        if (sdp.getBytes(StandardCharsets.UTF_8).length > LONGEST_SDP) {
            throw new ProtocolBreach("sdp is too long");
        }
        if (!FINGERPRINT.matcher(sdp).find() || CRYPTO.matcher(sdp).find()) {
            throw new ProtocolBreach("sdp does not pin a certificate");
        }
        String name =
                switch (type) {
                    case "offer" -> "offerId";
                    case "answer" -> "inReplyTo";
                    default -> throw new ProtocolBreach("Neither an offer nor an answer");
                };
        content.set(
                "desc", JsonNodeFactory.instance.objectNode().put("type", type).put("sdp", sdp));
        content.put(name, FrameReader.text(message, name, LONGEST_NAME));
    }

    private static ArrayNode candidates(@Nullable JsonNode node) {
        if (!(node instanceof ArrayNode array) || array.isEmpty() || array.size() > MOST_CANDIDATES) {
            throw new ProtocolBreach("candidates is not an array of 1 to " + MOST_CANDIDATES);
        }
        ArrayNode copy = JsonNodeFactory.instance.arrayNode();
        for (JsonNode element : array) {
            if (!(element instanceof ObjectNode candidate)) {
                throw new ProtocolBreach("A candidate is not an object");
            }
            copy.add(candidate(candidate));
        }
        return copy;
    }

    private static ObjectNode candidate(ObjectNode from) {
        ObjectNode to = JsonNodeFactory.instance.objectNode();
        JsonNode line = from.get("candidate");
        if (line == null || !line.isString() || line.stringValue().length() > LONGEST_CANDIDATE) {
            throw new ProtocolBreach("candidate is not a text");
        }
        to.put("candidate", line.stringValue());
        to.set("sdpMid", textOrNull(from.get("sdpMid")));
        to.set("sdpMLineIndex", indexOrNull(from.get("sdpMLineIndex")));
        to.set("usernameFragment", textOrNull(from.get("usernameFragment")));
        return to;
    }

    private static JsonNode textOrNull(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return JsonNodeFactory.instance.nullNode();
        }
        // ICE allows a user fragment of 256 characters
        if (!node.isString() || node.stringValue().length() > 256) {
            throw new ProtocolBreach("A name in a candidate is not a text");
        }
        return node;
    }

    private static JsonNode indexOrNull(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return JsonNodeFactory.instance.nullNode();
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0) {
            throw new ProtocolBreach("sdpMLineIndex is not an index");
        }
        return node;
    }

    private static boolean restart(@Nullable JsonNode node) {
        if (node == null || !node.isBoolean() || !node.booleanValue()) {
            throw new ProtocolBreach("restart is not true");
        }
        return true;
    }
}
