package uk.anteroom.call.signalling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.anteroom.call.CallTest;
import uk.anteroom.call.ParticipantId;
import uk.anteroom.call.ParticipantRole;

/** What a patient's page found out reaches the clinician, and the clinician's card the patient. */
@CallTest
class CardsTest extends TwoPages {

    @Test
    void whatWasCheckedReachesTheCliniciansAndNobodyElse() {
        ParticipantId guest = calls.seat(practice, call, ParticipantRole.GUEST);
        Page doctor = enter(clinician);
        Page waiting = enter(patient);
        Page daughter = enter(guest);

        waiting.say(
                "check",
                m -> m.put("problem", "in-app").put("browser", "in-app").put("system", "ios"));
        JsonNode seen = doctor.awaitRoom(r -> seat(r, patient).get("check").isObject());
        long rev = seen.get("rev").longValue();

        assertThat(seat(seen, patient).get("check"))
                .hasToString("{\"problem\":\"in-app\",\"browser\":\"in-app\",\"system\":\"ios\"}");
        for (Page page : new Page[] {waiting, daughter}) {
            JsonNode room = page.awaitRoom(r -> r.get("rev").longValue() >= rev);
            assertThat(seat(room, patient).get("check").isNull()).isTrue();
        }
    }

    @Test
    void newPageMustCheckAnew() {
        Page doctor = enter(clinician);
        enter(patient).say("check", m -> m.put("problem", "denied"));
        doctor.awaitRoom(r -> seat(r, patient).get("check").isObject());

        enter(patient);

        doctor.awaitRoom(r -> doctor.all("snapshot").getLast() == r
                && seat(r, patient).get("check").isNull());
    }

    @Test
    void cardReachesOnlyThePatientAndOutlivesAReload() {
        ParticipantId guest = calls.seat(practice, call, ParticipantRole.GUEST);
        Page doctor = enter(clinician);
        Page waiting = enter(patient);
        Page daughter = enter(guest);

        doctor.command("card", m -> m.put("participant", patient.toString()).put("card", "denied"));
        long rev = doctor.await("done").get("rev").longValue();

        assertThat(card(waiting.awaitRoom(r -> r.get("rev").longValue() >= rev)))
                .isEqualTo("denied");
        assertThat(card(daughter.awaitRoom(r -> r.get("rev").longValue() >= rev)))
                .isEqualTo("none");
        Page reloaded = enter(patient);
        assertThat(card(reloaded.await("snapshot"))).isEqualTo("denied");

        reloaded.say("card-done", m -> {});
        doctor.awaitRoom(r -> r.get("rev").longValue() > rev + 1
                && card(r).equals("none")
                && presence(r, patient).equals("here"));
    }

    @Test
    void clinicianTakesTheCardAway() {
        Page doctor = enter(clinician);
        Page waiting = enter(patient);
        doctor.command("card", m -> m.put("participant", patient.toString()).put("card", "in-app"));
        long rev = waiting.awaitRoom(r -> card(r).equals("in-app")).get("rev").longValue();

        doctor.command("card", m -> m.put("participant", patient.toString()).putNull("card"));

        waiting.awaitRoom(r -> r.get("rev").longValue() > rev && card(r).equals("none"));
    }

    @Test
    void nobodyButAClinicianShowsCardsAndNobodyShowsOneToAClinician() {
        Page doctor = enter(clinician);
        Page waiting = enter(patient);

        UUID forged = waiting.command(
                "card", m -> m.put("participant", patient.toString()).put("card", "denied"));
        UUID toDoctor = doctor.command(
                "card", m -> m.put("participant", clinician.toString()).put("card", "denied"));
        UUID toStranger = doctor.command(
                "card", m -> m.put("participant", UUID.randomUUID().toString()).put("card", "denied"));

        assertThat(refusal(waiting, forged)).isEqualTo("not_allowed");
        assertThat(refusal(doctor, toDoctor)).isEqualTo("not_allowed");
        assertThat(refusal(doctor, toStranger)).isEqualTo("participant_gone");
        assertThat(calls.look(practice, call).orElseThrow().participants()).allMatch(p -> p.card() == null);
    }

    @Test
    void clinicianTellsNoCheck() {
        Page doctor = enter(clinician);

        doctor.say("check", m -> m.put("problem", "denied"));

        assertThat(doctor.await("error").get("code").stringValue()).isEqualTo("not_allowed");
    }

    @Test
    void cardIsForACallThatIsNotOver() {
        Page doctor = enter(clinician);
        calls.end(practice, call, null);
        doctor.awaitRoom(r -> state(r).equals("ended"));

        UUID late = doctor.command(
                "card", m -> m.put("participant", patient.toString()).put("card", "denied"));

        assertThat(refusal(doctor, late)).isEqualTo("call_over");
    }

    private String card(JsonNode room) {
        JsonNode card = seat(room, patient).get("card");
        return card.isNull() ? "none" : card.stringValue();
    }

    private static String refusal(Page page, UUID cid) {
        return page.await("error", e -> e.path("cid").stringValue().equals(cid.toString()))
                .get("code")
                .stringValue();
    }
}
