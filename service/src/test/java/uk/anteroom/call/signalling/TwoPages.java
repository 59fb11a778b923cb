package uk.anteroom.call.signalling;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.anteroom.call.CallId;
import uk.anteroom.call.CallPass;
import uk.anteroom.call.CallSlice;
import uk.anteroom.call.Calls;
import uk.anteroom.call.ParticipantId;
import uk.anteroom.call.ParticipantRole;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.testing.TestDatabase;

/** A call with two seats, and pages that take them. */
abstract class TwoPages {

    @Autowired
    Calls calls;

    @Autowired
    CallSlice.Listener listener;

    @LocalServerPort
    int port;

    PracticeId practice = new PracticeId(new UUID(0, 0));
    CallId call = new CallId(new UUID(0, 0));
    ParticipantId clinician = new ParticipantId(new UUID(0, 0));
    ParticipantId patient = new ParticipantId(new UUID(0, 0));

    @BeforeEach
    void callWithTwoSeats() {
        practice = TestDatabase.get().newPractice();
        call = calls.open(practice, false);
        clinician = calls.seat(practice, call, ParticipantRole.CLINICIAN);
        patient = calls.seat(practice, call, ParticipantRole.PATIENT);
    }

    Page enter(ParticipantId who) {
        CallPass pass = calls.pass(practice, who);
        return Page.enter(port, pass);
    }

    static void restart(ObjectNode m, ParticipantId to, int epoch) {
        m.put("to", to.toString()).put("epoch", epoch).put("restart", true);
    }

    static JsonNode seat(JsonNode room, ParticipantId who) {
        for (JsonNode p : room.get("participants")) {
            if (p.get("id").stringValue().equals(who.toString())) {
                return p;
            }
        }
        throw new AssertionError("No such seat");
    }

    static String presence(JsonNode room, ParticipantId who) {
        return seat(room, who).get("presence").stringValue();
    }

    static String state(JsonNode room) {
        return room.get("call").get("state").stringValue();
    }
}
