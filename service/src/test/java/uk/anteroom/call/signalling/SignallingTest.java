package uk.anteroom.call.signalling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import uk.anteroom.call.Arrivals;
import uk.anteroom.call.CallSettings;
import uk.anteroom.call.CallTest;
import uk.anteroom.call.ParticipantAdmitted;
import uk.anteroom.call.ParticipantId;
import uk.anteroom.call.ParticipantReported;
import uk.anteroom.call.ParticipantRole;
import uk.anteroom.call.Seats;
import uk.anteroom.testing.TestDatabase;

/** What a page is told and may do. */
@CallTest
class SignallingTest extends TwoPages {

    @Autowired
    Seats seats;

    @Autowired
    CallSettings settings;

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
    void goingOnByPhoneReachesBothAndComesBack() {
        Page doctor = enter(clinician);
        Page waiting = enter(patient);
        doctor.command("phone", m -> m.put("on", true));
        assertThat(doctor.await("error").get("code").stringValue()).isEqualTo("not_allowed");
        doctor.command("admit", m -> m.put("participant", patient.toString()));
        waiting.awaitRoom(r -> state(r).equals("live"));

        doctor.command("phone", m -> m.put("on", true));

        for (Page page : List.of(doctor, waiting)) {
            page.awaitRoom(r -> r.get("call").get("phoneSince").isString());
        }
        waiting.command("phone", m -> m.put("on", false));
        waiting.await("error", m -> m.get("code").stringValue().equals("not_allowed"));
        doctor.command("phone", m -> m.put("on", false));
        waiting.awaitThat(
                "the picture again",
                () -> waiting.all("snapshot")
                        .getLast()
                        .get("call")
                        .get("phoneSince")
                        .isNull());
        calls.end(practice, call, null);
        doctor.command("phone", m -> m.put("on", true));
        doctor.await("error", m -> m.get("code").stringValue().equals("call_over"));
    }

    @Test
    void whatAPageMeasuredIsToldUntilTheEnd() {
        Page waiting = enter(patient);
        waiting.raw(
                Page.message("stats").put("connectedMs", 412.5).put("score", 3).toString());
        waiting.settle();
        calls.end(practice, call, null);
        waiting.raw(Page.message("stats").put("connectedMs", 500).toString());
        waiting.settle();

        assertThat(listener.heard(ParticipantReported.class))
                .filteredOn(e -> e.participant().equals(patient))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.figures().connectedMs()).isEqualTo(412.5);
                    assertThat(e.figures().score()).isEqualTo(3);
                    assertThat(e.figures().path()).isNull();
                });
        assertThat(waiting.all("error")).isEmpty();
    }

    @Test
    void patientNeitherAdmitsNorEnds() {
        Page waiting = enter(patient);

        UUID admit = waiting.command("admit", m -> m.put("participant", patient.toString()));
        UUID end = waiting.command("end", m -> {});

        for (UUID cid : List.of(admit, end)) {
            JsonNode error =
                    waiting.await("error", m -> m.path("cid").stringValue().equals(cid.toString()));
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
        assertThat(seat(room, patient).get("media").get("camera").booleanValue())
                .isTrue();
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

        JsonNode room = doctor.awaitRoom(
                r -> seat(r, patient).get("state").stringValue().equals("left"));
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

    /** The patient's seat was taken through another node, which then died without a word. */
    @Test
    void seatOfADeadNodeIsToldToBeAwayWithin45Seconds() {
        Page doctor = enter(clinician);
        Arrivals.arrive(calls, seats, practice, patient);
        doctor.awaitRoom(r -> presence(r, patient).equals("here"));
        int silentFor = 34;
        JdbcClient.create(TestDatabase.get().superuser())
                .sql("update participant set presence_at = presence_at - make_interval(secs => :seconds)"
                        + " where practice_id = :practice and participant_id = :patient")
                .param("seconds", silentFor)
                .param("practice", practice.value())
                .param("patient", patient.value())
                .update();
        long from = System.nanoTime();

        doctor.awaitRoom(r -> presence(r, patient).equals("away"));

        assertThat(Duration.ofNanos(System.nanoTime() - from).plusSeconds(silentFor))
                .isLessThanOrEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void awayIsSaidAfter25SecondsOfSilenceAndThePlaceIsKeptFor120() {
        assertThat(settings.pingEvery()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.awayAfter()).isEqualTo(Duration.ofSeconds(25));
        assertThat(settings.holdFor()).isEqualTo(Duration.ofSeconds(120));
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
        doctor.awaitRoom(
                r -> r.get("rev").longValue() > away && presence(r, patient).equals("here"));
    }
}
