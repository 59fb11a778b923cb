package uk.anteroom.call.signalling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.anteroom.call.CallId;
import uk.anteroom.call.CallTest;
import uk.anteroom.call.ParticipantId;
import uk.anteroom.call.ParticipantReady;
import uk.anteroom.call.ParticipantRole;

/** Who may tell whom how its device is found. */
@CallTest
class SignalsTest extends TwoPages {
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
        CallId other = calls.open(practice, false);
        ParticipantId stranger = calls.seat(practice, other, ParticipantRole.CLINICIAN);
        Page strange = Page.enter(port, calls.pass(practice, stranger));
        Page waiting = enter(patient);
        waiting.ready();

        waiting.say("signal", m -> restart(m, stranger, 1));

        assertThat(waiting.await("error").get("code").stringValue()).isEqualTo("not_allowed");
        strange.settle();
        assertThat(strange.all("signal")).isEmpty();
    }
}
