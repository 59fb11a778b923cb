package uk.anteroom.call.signalling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.anteroom.call.CallId;
import uk.anteroom.call.CallPass;
import uk.anteroom.call.CallSlice;
import uk.anteroom.call.CallTest;
import uk.anteroom.call.Calls;
import uk.anteroom.call.ParticipantAdmitted;
import uk.anteroom.call.ParticipantId;
import uk.anteroom.call.ParticipantReady;
import uk.anteroom.call.ParticipantRole;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.testing.TestDatabase;

/** What pages in one call see of each other. */
@CallTest
class SignallingTest {

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
        call = calls.open(practice);
        clinician = calls.seat(practice, call, ParticipantRole.CLINICIAN);
        patient = calls.seat(practice, call, ParticipantRole.PATIENT);
    }

    @Test
    void helloIsAnsweredByWelcomeThenTheRoom() {
        Page page = enter(patient);

        JsonNode welcome = page.all().getFirst();
        assertThat(welcome.get("t").stringValue()).isEqualTo("welcome");
        assertThat(welcome.get("you").stringValue()).isEqualTo(patient.toString());
        assertThat(welcome.get("role").stringValue()).isEqualTo("patient");
        assertThat(welcome.get("gen").intValue()).isEqualTo(1);
        assertThat(welcome.get("resumed").booleanValue()).isFalse();
        assertThat(welcome.get("pingEvery").intValue()).isEqualTo(10_000);
        assertThat(welcome.get("iceServers")).hasToString("[{\"urls\":[\"stun:turn.riverside.example:3478\"]}]");
        JsonNode room = page.all().get(1);
        assertThat(room.get("t").stringValue()).isEqualTo("snapshot");
        assertThat(room.get("s").longValue()).isEqualTo(1);
        assertThat(room.get("call").get("state").stringValue()).isEqualTo("waiting");
        assertThat(seat(room, patient).get("presence").stringValue()).isEqualTo("here");
        assertThat(seat(room, clinician).get("presence").stringValue()).isEqualTo("gone");
    }

    @Test
    void bothAreArmedWhenTheClinicianIsHereAndThePatientIsReady() {
        Page doctor = enter(clinician);
        Page waiting = enter(patient);
        doctor.awaitRoom(r -> presence(r, patient).equals("here"));
        doctor.settle();
        assertThat(doctor.all("arm")).isEmpty();

        waiting.ready();

        JsonNode toDoctor = doctor.await("arm");
        JsonNode toPatient = waiting.await("arm");
        assertThat(toDoctor.get("peer").stringValue()).isEqualTo(patient.toString());
        assertThat(toDoctor.get("polite").booleanValue()).isFalse();
        assertThat(toPatient.get("peer").stringValue()).isEqualTo(clinician.toString());
        assertThat(toPatient.get("polite").booleanValue()).isTrue();
        assertThat(toPatient.get("epoch")).isEqualTo(toDoctor.get("epoch"));
        assertThat(listener.heard(ParticipantReady.class))
                .filteredOn(e -> e.participant().equals(patient))
                .hasSize(1);
    }

    @Test
    void signalsArePassedOnFromWhoReallySentThem() {
        Page doctor = enter(clinician);
        Page waiting = enter(patient);
        waiting.ready();
        waiting.await("arm");
        doctor.await("arm");

        waiting.say(
                "signal",
                m -> m.put("to", clinician.toString())
                        .put("from", UUID.randomUUID().toString())
                        .put("epoch", 1)
                        .put("restart", true));

        JsonNode signal = doctor.await("signal");
        assertThat(signal.get("from").stringValue()).isEqualTo(patient.toString());
        assertThat(signal.get("epoch").intValue()).isEqualTo(1);
        assertThat(signal.get("restart").booleanValue()).isTrue();
        assertThat(signal.has("to")).isFalse();
    }

    @Test
    void nothingIsPassedOnBeforeBothAreArmed() {
        Page doctor = enter(clinician);
        Page waiting = enter(patient);

        waiting.say("signal", m -> restart(m, clinician, 1));

        assertThat(waiting.await("error").get("code").stringValue()).isEqualTo("not_allowed");
        doctor.settle();
        assertThat(doctor.all("signal")).isEmpty();
    }

    @Test
    void signalsOfAnOlderEpochAreDroppedWithoutAWord() {
        Page doctor = enter(clinician);
        Page waiting = enter(patient);
        waiting.ready();
        waiting.await("arm");
        calls.end(practice, call, null);
        calls.reopen(practice, call);
        doctor.await("arm", m -> m.get("epoch").intValue() == 2);

        waiting.say("signal", m -> restart(m, clinician, 1));
        waiting.settle();
        waiting.say("signal", m -> restart(m, clinician, 2));

        assertThat(doctor.await("signal").get("epoch").intValue()).isEqualTo(2);
        assertThat(doctor.all("signal")).hasSize(1);
        assertThat(waiting.all("error")).isEmpty();
    }

    @Test
    void peopleOfOtherCallsAreOutOfReach() {
        CallId other = calls.open(practice);
        ParticipantId stranger = calls.seat(practice, other, ParticipantRole.CLINICIAN);
        Page strange = Page.enter(port, calls.pass(practice, stranger));
        Page waiting = enter(patient);
        waiting.ready();

        waiting.say("signal", m -> restart(m, stranger, 1));

        assertThat(waiting.await("error").get("code").stringValue()).isEqualTo("not_allowed");
        strange.settle();
        assertThat(strange.all("signal")).isEmpty();
    }

    @Test
    void admissionReachesBothAndIsAnsweredOnceForTheSameCommand() {
        Page doctor = enter(clinician);
        Page waiting = enter(patient);
        waiting.ready();

        UUID cid = doctor.command("admit", m -> m.put("participant", patient.toString()));
        JsonNode done = doctor.await("done");
        doctor.say("admit", m -> m.put("cid", cid.toString()).put("participant", patient.toString()));
        doctor.awaitThat("a second done", () -> doctor.all("done").size() == 2);

        assertThat(done.get("cid").stringValue()).isEqualTo(cid.toString());
        assertThat(doctor.all("done").getLast().get("rev")).isEqualTo(done.get("rev"));
        for (Page page : List.of(doctor, waiting)) {
            JsonNode room = page.awaitRoom(r -> state(r).equals("live"));
            assertThat(seat(room, patient).get("state").stringValue()).isEqualTo("admitted");
            assertThat(room.get("call").get("liveAt").isString()).isTrue();
        }
        assertThat(listener.heard(ParticipantAdmitted.class))
                .filteredOn(e -> e.participant().equals(patient))
                .hasSize(1);
    }

    @Test
    void patientNeitherAdmitsNorEnds() {
        Page waiting = enter(patient);

        UUID admit = waiting.command("admit", m -> m.put("participant", patient.toString()));
        UUID end = waiting.command("end", m -> {});

        for (UUID cid : List.of(admit, end)) {
            JsonNode error = waiting.await("error", m -> m.path("cid").stringValue().equals(cid.toString()));
            assertThat(error.get("code").stringValue()).isEqualTo("not_allowed");
            assertThat(error.get("retry").booleanValue()).isFalse();
        }
        assertThat(calls.look(practice, call).orElseThrow().endedAt()).isNull();
    }

    @Test
    void admittingWhoNeverCameIsAnsweredByGone() {
        Page doctor = enter(clinician);

        doctor.command("admit", m -> m.put("participant", patient.toString()));

        assertThat(doctor.await("error").get("code").stringValue()).isEqualTo("participant_gone");
    }

    @Test
    void vetoIsNotAllowedAndAFailureCanBeTriedAgain() {
        Page doctor = enter(clinician);
        enter(patient);
        listener.failOnce(patient);

        UUID cid = doctor.command("admit", m -> m.put("participant", patient.toString()));
        JsonNode error = doctor.await("error");
        assertThat(error.get("code").stringValue()).isEqualTo("try_again");
        assertThat(error.get("retry").booleanValue()).isTrue();
        doctor.say("admit", m -> m.put("cid", cid.toString()).put("participant", patient.toString()));
        doctor.await("done");

        ParticipantId guest = calls.seat(practice, call, ParticipantRole.GUEST);
        enter(guest);
        listener.veto(guest);
        doctor.command("admit", m -> m.put("participant", guest.toString()));
        doctor.await("error", m -> m.get("code").stringValue().equals("not_allowed"));
    }

    @Test
    void mediaIsToldAfterAdmissionAndRefusedBefore() {
        Page doctor = enter(clinician);
        Page waiting = enter(patient);
        Map<String, Boolean> muted = Map.of("microphone", false, "camera", true, "screen", false);

        waiting.say("media", m -> muted.forEach(m::put));
        assertThat(waiting.await("error").get("code").stringValue()).isEqualTo("not_allowed");
        doctor.command("admit", m -> m.put("participant", patient.toString()));
        waiting.awaitRoom(r -> state(r).equals("live"));
        waiting.say("media", m -> muted.forEach(m::put));

        JsonNode room = doctor.awaitRoom(r -> seat(r, patient).get("media").isObject());
        assertThat(seat(room, patient).get("media").get("camera").booleanValue()).isTrue();
        assertThat(seat(room, patient).get("media").get("microphone").booleanValue())
                .isFalse();
    }

    @Test
    void leavingKeepsThePlaceAndEndsTheSignals() {
        Page doctor = enter(clinician);
        Page waiting = enter(patient);
        waiting.ready();
        doctor.await("arm");

        waiting.command("leave", m -> {});
        waiting.await("done");

        JsonNode room = doctor.awaitRoom(r -> seat(r, patient).get("state").stringValue().equals("left"));
        assertThat(presence(room, patient)).isEqualTo("gone");
        doctor.say("signal", m -> restart(m, patient, 1));
        assertThat(doctor.await("error").get("code").stringValue()).isEqualTo("not_allowed");
    }

    @Test
    void closingSendsALastRoomAndThen4410() {
        Page waiting = enter(patient);

        calls.close(practice, call);

        assertThat(waiting.awaitClosed()).isEqualTo(4410);
        assertThat(state(waiting.all("snapshot").getLast())).isEqualTo("closed");
    }

    @Test
    void syncIsAnsweredByTheRoom() {
        Page waiting = enter(patient);

        waiting.raw(Page.message("sync").put("rev", 0).toString());

        waiting.awaitThat("a second room", () -> waiting.all("snapshot").size() == 2);
    }

    @Test
    void lostSocketIsAwayAndComesBackAsHere() {
        Page doctor = enter(clinician);
        Page waiting = enter(patient);
        doctor.awaitRoom(r -> presence(r, patient).equals("here"));

        waiting.lose();
        long away = doctor.awaitRoom(r -> presence(r, patient).equals("away"))
                .get("rev")
                .longValue();
        Page back = Page.resume(port, waiting, 1);

        assertThat(back.await("welcome").get("resumed").booleanValue()).isTrue();
        doctor.awaitRoom(r -> r.get("rev").longValue() > away && presence(r, patient).equals("here"));
    }

    private Page enter(ParticipantId who) {
        CallPass pass = calls.pass(practice, who);
        return Page.enter(port, pass);
    }

    private static void restart(ObjectNode m, ParticipantId to, int epoch) {
        m.put("to", to.toString()).put("epoch", epoch).put("restart", true);
    }

    private static JsonNode seat(JsonNode room, ParticipantId who) {
        for (JsonNode p : room.get("participants")) {
            if (p.get("id").stringValue().equals(who.toString())) {
                return p;
            }
        }
        throw new AssertionError("No such seat");
    }

    private static String presence(JsonNode room, ParticipantId who) {
        return seat(room, who).get("presence").stringValue();
    }

    private static String state(JsonNode room) {
        return room.get("call").get("state").stringValue();
    }
}
