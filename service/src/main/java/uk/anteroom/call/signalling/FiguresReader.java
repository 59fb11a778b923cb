package uk.anteroom.call.signalling;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import uk.anteroom.call.Figures;

/** Reads what a page has measured: every figure is optional, and none is negative. */
final class FiguresReader {

    private static final Pattern CODEC = Pattern.compile("[A-Za-z0-9./_+-]{1,32}");

    private FiguresReader() {}

    static Figures read(ObjectNode m) {
        return new Figures(
                milliseconds(m, "connectedMs"),
                milliseconds(m, "firstFrameMs"),
                FrameReader.wordIfAny(m, "path", Figures.Path.values()),
                FrameReader.wordIfAny(m, "transport", Figures.Transport.values()),
                codec(m),
                count(m, "score", 4),
                count(m, "restarts", Integer.MAX_VALUE),
                count(m, "renewals", Integer.MAX_VALUE),
                milliseconds(m, "lostMs"),
                milliseconds(m, "weakMs"),
                milliseconds(m, "pausedMs"),
                FrameReader.wordIfAny(m, "relay", Figures.Relay.values()));
    }

    private static @Nullable Double milliseconds(ObjectNode m, String field) {
        if (!m.has(field)) {
            return null;
        }
        double value = FrameReader.number(m, field).doubleValue();
        if (value < 0) {
            throw new ProtocolBreach(field + " is negative");
        }
        return value;
    }

    private static @Nullable Integer count(ObjectNode m, String field, int most) {
        if (!m.has(field)) {
            return null;
        }
        long value = FrameReader.whole(m, field, 0);
        if (value > most) {
            throw new ProtocolBreach(field + " is greater than " + most);
        }
        return (int) value;
    }

    private static @Nullable String codec(ObjectNode m) {
        if (!m.has("codec")) {
            return null;
        }
        String codec = FrameReader.text(m, "codec", 32);
        if (!CODEC.matcher(codec).matches()) {
            throw new ProtocolBreach("codec is not a name of one");
        }
        return codec;
    }
}
