package uk.anteroom.call.signalling;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.anteroom.call.Check;
import uk.anteroom.call.Figures;
import uk.anteroom.call.Participant.Device;
import uk.anteroom.call.Participant.Media;
import uk.anteroom.call.ParticipantId;

/** What a page may say (protocol/README.md section 4). */
sealed interface FromClient {

    /** A message that is numbered and acknowledged. */
    sealed interface Reliable extends FromClient {}

    /** A message that asks for something and is answered by {@code done} or {@code error} under the same {@code cid}. */
    sealed interface Command extends Reliable {
        UUID cid();
    }

    record Hello(String pass) implements FromClient {

        @Override
        public String toString() {
            return "Hello[pass=(secret)]";
        }
    }

    /** {@code lastSeq} is the highest number the page has seen. */
    record Resume(String session, String token, long lastSeq) implements FromClient {

        @Override
        public String toString() {
            return "Resume[session=" + session + ", token=(secret), lastSeq=" + lastSeq + "]";
        }
    }

    /** {@code time} is the page's own number, sent back as it stands. */
    record Ping(JsonNode time) implements FromClient {}

    record Ack() implements FromClient {}

    record Sync(long rev) implements FromClient {}

    record Ready(Device camera, Device microphone) implements Reliable {}

    record Checked(Check check) implements Reliable {}

    record CardDone() implements Reliable {}

    /** {@code content} holds {@code desc} with the name of its offer, {@code candidates} or {@code restart}; checked. */
    record Signal(ParticipantId to, int epoch, ObjectNode content) implements Reliable {}

    record Sends(Media media) implements Reliable {}

    record Admit(UUID cid, ParticipantId participant) implements Command {}

    record Hold(UUID cid, ParticipantId participant, boolean on) implements Command {}

    record Remove(UUID cid, ParticipantId participant) implements Command {}

    /** {@code participant} is null when nobody is to be pinned any more. */
    record Pin(UUID cid, @Nullable ParticipantId participant) implements Command {}

    record End(UUID cid) implements Command {}

    record Leave(UUID cid) implements Command {}

    record Phone(UUID cid, boolean on) implements Command {}

    /** {@code card} null takes away what was shown. */
    record Card(UUID cid, ParticipantId participant, Check.@Nullable Problem card) implements Command {}

    record Stats(Figures figures) implements FromClient {}
}
