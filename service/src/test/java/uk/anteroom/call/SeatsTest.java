package uk.anteroom.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.testing.TestDatabase;

@CallTest
class SeatsTest extends TwoSeats {
    @Test
    void arrivingIsToldOnceAsFirst() {
        arrive(patient);
        arrive(patient);

        assertThat(entered()).extracting(ParticipantEntered::first).containsExactly(true, false);
        assertThat(room().require(patient).arrivedAt()).isNotNull();
        assertThat(room().require(patient).gen()).isEqualTo(2);
    }

    @Test
    void firstEntryKeepsTheEpochAndTakeoverRaisesIt() {
        arrive(patient);
        assertThat(epoch()).isEqualTo(1);

        arrive(patient);

        assertThat(epoch()).isEqualTo(2);
    }

    @Test
    void whoLeftAfterAdmissionComesBackAdmitted() {
        Occupant occupant = Arrivals.arrive(calls, seats, practice, patient);
        calls.admit(practice, call, patient, clinician);
        seats.leave(occupant);
        assertThat(room().require(patient).presence()).isEqualTo(Participant.Presence.GONE);

        arrive(patient);

        assertThat(room().require(patient).state()).isEqualTo(Participant.State.ADMITTED);
    }

    @Test
    void passWorksOnceAndHidesItself() throws Exception {
        CallPass pass = calls.pass(practice, patient);
        assertThat(pass).hasToString("(secret)");

        List<Throwable> thrown = atOnce(8, n -> () -> seats.take(pass));

        assertThat(thrown).hasSize(7).allMatch(PassRefused.class::isInstance);
        assertThat(entered()).hasSize(1);
    }

    @Test
    void passExpires() {
        CallPass pass = calls.pass(practice, patient);
        behindTheBack("update call_pass set expires_at = clock_timestamp() where practice_id = :practice");

        assertThatThrownBy(() -> seats.take(pass)).isInstanceOf(PassRefused.class);
    }

    @Test
    void passOfAnotherPracticeOrOfNonsenseIsRefused() {
        PracticeId other = TestDatabase.get().newPractice();
        CallPass pass = calls.pass(practice, patient);
        String secret = pass.value().substring(pass.value().indexOf('.'));

        for (String forged : List.of(other + secret, "x" + secret, secret, "", practice + ".", practice.toString())) {
            assertThatThrownBy(() -> seats.take(new CallPass(forged))).isInstanceOf(PassRefused.class);
        }
        assertThatThrownBy(() -> calls.pass(other, patient)).isInstanceOf(NoSuchParticipant.class);
    }

    @Test
    void whatAnOlderOccupantSaysDoesNotCount() {
        Occupant older = Arrivals.arrive(calls, seats, practice, clinician);
        arrive(patient);
        Arrivals.arrive(calls, seats, practice, clinician);

        assertThatThrownBy(() -> seats.admit(older, patient)).isInstanceOf(TakenOver.class);
        assertThatThrownBy(() -> seats.end(older)).isInstanceOf(TakenOver.class);
        seats.present(older, Participant.Presence.GONE);
        assertThat(room().require(clinician).presence()).isEqualTo(Participant.Presence.HERE);
    }

    @Test
    void seatsOfADeadProcessBecomeAwayAndThenGone() {
        arrive(patient);
        behindTheBack("update participant set presence_at = clock_timestamp() - interval '35 seconds' "
                + "where practice_id = :practice");
        assertThat(room().require(patient).presence()).isEqualTo(Participant.Presence.AWAY);
        long before = room().rev();

        seats.sweep(practice, call);

        assertThat(room().rev()).isGreaterThan(before);
        assertThat(listener.heard(ParticipantAway.class))
                .filteredOn(e -> e.call().equals(call))
                .extracting(ParticipantAway::presence)
                .containsExactly(Participant.Presence.AWAY);
        behindTheBack("update participant set presence_at = clock_timestamp() - interval '121 seconds' "
                + "where practice_id = :practice");
        assertThat(room().require(patient).presence()).isEqualTo(Participant.Presence.GONE);
    }

    @Test
    void resumeTokenIsSwappedAndTheOneBeforeTheLastIsDead() {
        Seats.Taken first = seats.take(calls.pass(practice, patient));
        UUID session = first.occupant().session();
        Seats.Taken second = seats.takeBack(practice, session, first.token(), false);
        Seats.Taken third = seats.takeBack(practice, session, second.token(), true);

        assertThat(third.occupant().gen()).isEqualTo(3);
        assertThat(epoch()).isEqualTo(2);
        assertThatThrownBy(() -> seats.takeBack(practice, session, first.token(), false))
                .isInstanceOf(PassRefused.class);
        assertThat(seats.takeBack(practice, session, second.token(), false)
                        .occupant()
                        .gen())
                .isEqualTo(4);
        assertThat(third).asString().doesNotContain(third.token());
    }

    @Test
    void sessionThatWasGivenUpIsNotResumed() {
        Seats.Taken taken = seats.take(calls.pass(practice, patient));
        UUID session = taken.occupant().session();
        behindTheBack("update participant set presence_at = clock_timestamp() - interval '136 seconds' "
                + "where practice_id = :practice");

        assertThatThrownBy(() -> seats.takeBack(practice, session, taken.token(), true))
                .isInstanceOf(PassRefused.class);
    }

    private int epoch() {
        return room().epochOf(room().require(clinician), room().require(patient));
    }
}
