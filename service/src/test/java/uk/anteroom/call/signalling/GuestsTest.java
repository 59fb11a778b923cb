package uk.anteroom.call.signalling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import uk.anteroom.call.CallFull;
import uk.anteroom.call.CallOver;
import uk.anteroom.call.CallTest;
import uk.anteroom.call.Occupant;
import uk.anteroom.call.Participant;
import uk.anteroom.call.ParticipantHeld;
import uk.anteroom.call.ParticipantId;
import uk.anteroom.call.ParticipantRemoved;
import uk.anteroom.call.ParticipantRole;
import uk.anteroom.call.Seats;

/** Third and fourth people: who connects to whom and when, who is set aside, and who is sent away. */
@CallTest
class GuestsTest extends TwoPages {

    @Autowired
    Seats seats;

    private ParticipantId guest = new ParticipantId(new UUID(0, 0));

    @BeforeEach
    void seatForAGuest() {
        guest = calls.seat(practice, call, ParticipantRole.GUEST);
    }

    @Test
    void patientAndGuestLearnEachOthersWayOnlyWhenBothWereLetIn() {
        Page doctor = enter(clinician);
        Page rosa = ready(patient);
        Page elena = ready(guest);
        awaitArm(doctor, guest);
        admit(doctor, patient);
        elena.awaitRoom(room -> state(room).equals("live"));
        rosa.settle();
        assertThat(arms(rosa, guest)).isEmpty();

        rosa.say("signal", m -> restart(m, guest, 1));
        assertThat(rosa.await("error").get("code").stringValue()).isEqualTo("not_allowed");

        admit(doctor, guest);

        assertThat(awaitArm(rosa, guest).get("polite").booleanValue()).isFalse();
        assertThat(awaitArm(elena, patient).get("polite").booleanValue()).isTrue();
        rosa.say("signal", m -> restart(m, guest, 1));
        assertThat(elena.await("signal").get("from").stringValue()).isEqualTo(patient.toString());
    }

    @Test
    void guestWhoReloadsDisturbsNobodyElse() {
        Page doctor = enter(clinician);
        Page rosa = ready(patient);
        ready(guest);
        admit(doctor, patient);
        admit(doctor, guest);
        awaitArm(rosa, guest);
        awaitArm(doctor, guest);

        ready(guest);

        doctor.await("arm", m -> about(m, guest) && m.get("epoch").intValue() == 2);
        rosa.await("arm", m -> about(m, guest) && m.get("epoch").intValue() == 2);
        assertThat(arms(doctor, patient)).hasSize(1);
        rosa.say("signal", m -> restart(m, clinician, 1));
        assertThat(doctor.await("signal").get("epoch").intValue()).isEqualTo(1);
    }

    @Test
    void twoGuestsConnectToEachOtherAndOneOfThemOffers() {
        ParticipantId second = calls.seat(practice, call, ParticipantRole.GUEST);
        Page doctor = enter(clinician);
        Page rosa = ready(patient);
        Page elena = ready(guest);
        Page jan = ready(second);
        admit(doctor, patient);
        admit(doctor, guest);
        admit(doctor, second);

        boolean elenaPolite = awaitArm(elena, second).get("polite").booleanValue();
        boolean janPolite = awaitArm(jan, guest).get("polite").booleanValue();
        assertThat(elenaPolite).isNotEqualTo(janPolite);
        awaitArm(rosa, second);
        assertThatThrownBy(() -> calls.seat(practice, call, ParticipantRole.GUEST))
                .isInstanceOf(CallFull.class);
    }

    @Test
    void guestIsNotLetInBeforeThePatient() {
        Page doctor = enter(clinician);
        ready(guest);

        UUID cid = doctor.command("admit", m -> m.put("participant", guest.toString()));

        assertThat(refusal(doctor, cid)).isEqualTo("not_allowed");
    }

    @Test
    void whoIsSetAsideIsSoForEverybodyUntilBroughtBack() {
        Page doctor = enter(clinician);
        Page rosa = ready(patient);
        admit(doctor, patient);

        doctor.command("hold", m -> m.put("participant", patient.toString()).put("on", true));
        rosa.awaitRoom(room -> seat(room, patient).get("held").booleanValue());
        // leaving and coming back is no way out
        rosa.command("leave", m -> {});
        doctor.awaitRoom(room -> seat(room, patient).get("state").stringValue().equals("left"));
        Page back = enter(patient);
        JsonNode seat = seat(back.await("snapshot"), patient);
        assertThat(seat.get("held").booleanValue()).isTrue();
        assertThat(seat.get("state").stringValue()).isEqualTo("admitted");

        doctor.command("hold", m -> m.put("participant", patient.toString()).put("on", false));
        back.awaitRoom(room -> !seat(room, patient).get("held").booleanValue());
        assertThat(listener.heard(ParticipantHeld.class))
                .filteredOn(e -> e.call().equals(call))
                .extracting(ParticipantHeld::on)
                .containsExactly(true, false);
    }

    @Test
    void whoIsSentAwaySeesItLastAndHasNoWayBack() {
        Page doctor = enter(clinician);
        ready(patient);
        Page elena = ready(guest);
        admit(doctor, patient);
        admit(doctor, guest);
        var pass = calls.pass(practice, guest);

        doctor.command("remove", m -> m.put("participant", guest.toString()));

        elena.awaitRoom(room -> seat(room, guest).get("state").stringValue().equals("removed"));
        assertThat(elena.awaitClosed()).isEqualTo(4410);
        Page again = Page.open(port);
        again.hello(pass);
        assertThat(again.awaitClosed()).isIn(4401, 4410);
        assertThatThrownBy(() -> calls.pass(practice, guest)).isInstanceOf(CallOver.class);
        assertThat(listener.heard(ParticipantRemoved.class))
                .filteredOn(e -> e.participant().equals(guest))
                .hasSize(1);
        // there is room for somebody else now
        calls.seat(practice, call, ParticipantRole.GUEST);
        calls.seat(practice, call, ParticipantRole.GUEST);
    }

    @Test
    void whoSaysSomethingWhileBeingSentAwayIsToldThatItIsOver() {
        Occupant elena = seats.take(calls.pass(practice, guest)).occupant();
        calls.remove(practice, call, guest, clinician);

        assertThatThrownBy(() -> seats.ready(elena, Participant.Device.WORKS, Participant.Device.WORKS))
                .isInstanceOf(CallOver.class);
    }

    @Test
    void everybodySeesWhomTheClinicianPinned() {
        Page doctor = enter(clinician);
        Page rosa = ready(patient);
        ready(guest);
        admit(doctor, patient);
        admit(doctor, guest);

        doctor.command("pin", m -> m.put("participant", guest.toString()));
        rosa.awaitRoom(room -> room.get("call").get("pinned").asString().equals(guest.toString()));

        doctor.command("pin", m -> m.putNull("participant"));
        rosa.awaitRoom(room -> room.get("rev").longValue()
                        > calls.look(practice, call).orElseThrow().rev() - 1
                && room.get("call").get("pinned").isNull());
    }

    @Test
    void nobodyButAClinicianHoldsRemovesOrPins() {
        Page doctor = enter(clinician);
        Page rosa = ready(patient);
        Page elena = ready(guest);
        admit(doctor, patient);
        admit(doctor, guest);

        for (Page page : List.of(rosa, elena)) {
            UUID hold = page.command(
                    "hold", m -> m.put("participant", patient.toString()).put("on", true));
            UUID remove = page.command("remove", m -> m.put("participant", guest.toString()));
            UUID pin = page.command("pin", m -> m.put("participant", guest.toString()));

            assertThat(List.of(refusal(page, hold), refusal(page, remove), refusal(page, pin)))
                    .containsOnly("not_allowed");
        }
    }

    private Page ready(ParticipantId who) {
        Page page = enter(who);
        page.ready();
        return page;
    }

    private static void admit(Page doctor, ParticipantId who) {
        doctor.command("admit", m -> m.put("participant", who.toString()));
        doctor.awaitRoom(room -> seat(room, who).get("state").stringValue().equals("admitted"));
    }

    private static boolean about(JsonNode arm, ParticipantId peer) {
        return arm.get("peer").stringValue().equals(peer.toString());
    }

    private static JsonNode awaitArm(Page page, ParticipantId peer) {
        return page.await("arm", m -> about(m, peer));
    }

    private static List<JsonNode> arms(Page page, ParticipantId peer) {
        return page.all("arm").stream().filter(m -> about(m, peer)).toList();
    }

    private static String refusal(Page page, UUID cid) {
        return page.await("error", m -> m.path("cid").asString("").equals(cid.toString()))
                .get("code")
                .stringValue();
    }
}
