package uk.anteroom.call.signalling;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.anteroom.call.CallSettings.IceServer;
import uk.anteroom.call.ParticipantId;
import uk.anteroom.call.ParticipantRole;

/** What the service says to a page (protocol/README.md section 5). */
sealed interface FromServer {

    /** A message that is numbered, kept until acknowledged, and sent again after a resume. */
    sealed interface Reliable extends FromServer {}

    record Welcome(
            String session,
            String token,
            ParticipantId you,
            ParticipantRole role,
            int gen,
            boolean resumed,
            List<IceServer> iceServers,
            boolean relayOnly,
            long pingEvery)
            implements FromServer {

        @Override
        public String toString() {
            return "Welcome[you=" + you + ", gen=" + gen + ", resumed=" + resumed + ", (secret)]";
        }
    }

    /** Fresh relay credentials. */
    record Ice(List<IceServer> iceServers) implements FromServer {

        @Override
        public String toString() {
            return "Ice[(secret)]";
        }
    }

    record Snapshot(uk.anteroom.call.Room room) implements Reliable {}

    record Arm(ParticipantId peer, int epoch, boolean polite) implements Reliable {}

    record Signal(ParticipantId from, int epoch, ObjectNode content) implements Reliable {}

    record Done(UUID cid, long rev) implements Reliable {}

    record Refusal(@Nullable UUID cid, Code code) implements Reliable {}

    /** Something beside the call has changed: {@code of} is the topic to look up anew. */
    record News(String of) implements Reliable {}

    record Reconnect(int afterMs) implements FromServer {}

    record Pong(JsonNode time) implements FromServer {}

    record Ack() implements FromServer {}

    /** Why something was not done. Only {@code TRY_AGAIN} is worth saying again. */
    enum Code {
        NOT_ALLOWED,
        PARTICIPANT_GONE,
        CALL_OVER,
        BAD_MESSAGE,
        TRY_AGAIN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
