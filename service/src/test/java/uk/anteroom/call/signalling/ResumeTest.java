package uk.anteroom.call.signalling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import uk.anteroom.call.CallId;
import uk.anteroom.call.CallPass;
import uk.anteroom.call.CallTest;
import uk.anteroom.call.Calls;
import uk.anteroom.call.Participant;
import uk.anteroom.call.ParticipantId;
import uk.anteroom.call.ParticipantRole;
import uk.anteroom.call.Seats;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.testing.TestDatabase;

/** Sockets are lost, places are not. */
@CallTest
class ResumeTest {

    @Autowired
    Calls calls;

    @Autowired
    Seats seats;

    @Autowired
    Switchboard switchboard;

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

    @Test
    void resumeSendsExactlyWhatWasMissed() {
        Page doctor = enter(clinician);
        Page waiting = enter(patient);
        waiting.ready();
        waiting.await("arm");
        doctor.await("arm");
        long seen = waiting.numbers().getLast();
        waiting.lose();
        IntStream.range(0, 5)
                .forEach(n -> doctor.say(
                        "signal",
                        m -> m.put("to", patient.toString())
                                .put("epoch", 1)
                                .putArray("candidates")
                                .addObject()
                                .put("candidate", "c" + n)));
        doctor.settle();

        Page back = Page.resume(port, waiting, seen);
        JsonNode welcome = back.await("welcome");
        back.awaitThat("five signals", () -> back.all("signal").size() == 5);
        back.settle();

        assertThat(welcome.get("resumed").booleanValue()).isTrue();
        assertThat(welcome.get("gen").intValue()).isEqualTo(2);
        assertThat(welcome.get("a").longValue()).isEqualTo(1);
        assertThat(back.all().getFirst()).isEqualTo(welcome);
        assertThat(back.numbers())
                .startsWith(seen + 1)
                .isEqualTo(LongStream.range(seen + 1, seen + 1 + back.numbers().size())
                        .boxed()
                        .toList());
        assertThat(back.all("signal"))
                .extracting(m -> m.get("candidates").get(0).get("candidate").stringValue())
                .containsExactly("c0", "c1", "c2", "c3", "c4");
        assertThat(back.all("arm")).isEmpty();
        assertThat(calls.look(practice, call).orElseThrow().epoch()).isEqualTo(1);
    }

    @Test
    void messageSentAgainAfterAResumeActsOnce() {
        Page doctor = enter(clinician);
        enter(patient);
        UUID cid = doctor.command("admit", m -> m.put("participant", patient.toString()));
        doctor.await("done");
        doctor.lose();

        Page back = Page.resume(port, doctor, 1);
        back.await("done");
        back.raw(Page.message("admit")
                .put("s", 1)
                .put("cid", cid.toString())
                .put("participant", patient.toString())
                .toString());
        back.settle();

        assertThat(back.all("done")).hasSize(1);
        assertThat(back.open()).isTrue();
    }

    @Test
    void resumeOfWhatThisNodeNoLongerHoldsStartsAfresh() {
        Page doctor = enter(clinician);
        Page waiting = enter(patient);
        waiting.ready();
        doctor.await("arm");
        waiting.lose();
        // as after a restart of the service: the row is there, the memory is not
        switchboard.sessions().stream()
                .filter(s -> s.occupant().participant().equals(patient))
                .forEach(switchboard::detach);

        Page back = Page.resume(port, waiting, waiting.numbers().getLast());

        JsonNode welcome = back.await("welcome");
        assertThat(welcome.get("resumed").booleanValue()).isFalse();
        assertThat(welcome.get("session")).isEqualTo(waiting.await("welcome").get("session"));
        back.await("arm", m -> m.get("epoch").intValue() == 2);
        doctor.await("arm", m -> m.get("epoch").intValue() == 2);
        assertThat(back.numbers()).startsWith(1L, 2L);
    }

    @Test
    void newerHelloTakesTheSeatOver() {
        Page doctor = enter(clinician);
        Page older = enter(patient);
        older.ready();
        doctor.await("arm");

        Page newer = enter(patient);

        assertThat(older.awaitClosed()).isEqualTo(4409);
        assertThat(newer.await("welcome").get("gen").intValue()).isEqualTo(2);
        newer.ready();
        newer.await("arm", m -> m.get("epoch").intValue() == 2);
        doctor.await("arm", m -> m.get("epoch").intValue() == 2);
    }

    @Test
    void nobodyIsArmedTowardsASessionThatIsJustBeingReplaced() {
        Page doctor = enter(clinician);
        enter(patient);
        doctor.command("admit", m -> m.put("participant", patient.toString()));
        doctor.await("arm", m -> m.get("epoch").intValue() == 1);

        // the seat is taken, the page that took it is not welcomed yet
        seats.take(calls.pass(practice, patient));
        Page.eventually(
                "a new page in the seat",
                () -> calls.look(practice, call)
                                .orElseThrow()
                                .seat(patient)
                                .orElseThrow()
                                .epoch()
                        == 1);
        doctor.settle();
        assertThat(doctor.all("arm")).hasSize(1);

        Page newer = enter(patient);
        newer.await("arm", m -> m.get("epoch").intValue() == 3);
        doctor.await("arm", m -> m.get("epoch").intValue() == 3);
    }

    @Test
    void whoeverSatInAVacatedSeatIsToldAndCanDoNothing() {
        Page older = enter(clinician);
        CallPass unused = calls.pass(practice, clinician);

        calls.vacate(practice, call, clinician);

        assertThat(older.awaitClosed()).isEqualTo(4409);
        Page late = Page.open(port);
        late.hello(unused);
        assertThat(late.awaitClosed()).isEqualTo(4401);
        Page newer = enter(clinician);
        newer.ready();
        newer.awaitThat(
                "the new one to sit there",
                () -> calls.look(practice, call)
                        .flatMap(room -> room.seat(clinician))
                        .filter(seat -> seat.presence() == Participant.Presence.HERE)
                        .isPresent());
    }

    @Test
    void sessionThatWasTakenOverIsNotResumed() {
        Page older = enter(patient);
        Page newer = enter(patient);
        older.awaitClosed();

        Page back = Page.resume(port, older, 1);

        assertThat(back.awaitClosed()).isEqualTo(4401);
        newer.settle();
    }

    @Test
    void resumeTakesOverFromASocketThatIsStillOpen() {
        Page older = enter(patient);

        Page newer = Page.resume(port, older, 1);

        assertThat(newer.await("welcome").get("resumed").booleanValue()).isTrue();
        assertThat(older.awaitClosed()).isEqualTo(4409);
    }

    @Test
    void pageThatReadsNothingIsClosedAndHoldsNobodyUp() {
        Page doctor = enter(clinician);
        Page waiting = enter(patient);
        waiting.ready();
        waiting.await("arm");
        doctor.await("arm");
        waiting.stopReading();
        String long45KiB = "a=fingerprint:sha-256 00\r\n" + "a=x\r\n".repeat(9 * 1024);

        for (int i = 0; i < 8; i++) {
            doctor.say("signal", m -> {
                m.put("to", patient.toString()).put("epoch", 1).put("offerId", "o");
                m.putObject("desc").put("type", "offer").put("sdp", long45KiB);
            });
        }
        doctor.settle();

        waiting.readAgain();
        assertThat(waiting.awaitClosed()).isEqualTo(4413);
    }

    @Test
    void resumeWithAWrongTokenIsRefused() {
        Page waiting = enter(patient);
        String session = waiting.await("welcome").get("session").stringValue();
        for (String forged : new String[] {session, "x", practice + "." + UUID.randomUUID()}) {
            Page thief = Page.open(port);
            thief.raw(Page.message("resume")
                    .put("session", forged)
                    .put("token", "guessed")
                    .put("lastSeq", 0)
                    .toString());

            assertThat(thief.awaitClosed()).isEqualTo(4401);
        }
        waiting.settle();
    }

    private Page enter(ParticipantId who) {
        return Page.enter(port, calls.pass(practice, who));
    }
}
