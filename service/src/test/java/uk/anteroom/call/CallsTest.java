package uk.anteroom.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.testing.TestDatabase;

@CallTest
class CallsTest extends TwoSeats {
    @Test
    void clinicianIsAdmittedFromTheStartAndPatientWaits() {
        Room room = room();

        assertThat(room.state()).isEqualTo(CallState.WAITING);
        assertThat(room.require(clinician).state()).isEqualTo(Participant.State.ADMITTED);
        assertThat(room.require(patient).state()).isEqualTo(Participant.State.LOBBY);
        assertThat(room.require(patient).presence()).isEqualTo(Participant.Presence.GONE);
        assertThat(room.require(patient).arrivedAt()).isNull();
    }

    @Test
    void admittingTwiceIsOneAdmission() {
        arrive(patient);

        calls.admit(practice, call, patient, clinician);
        long rev = room().rev();
        calls.admit(practice, call, patient, clinician);

        assertThat(admissions()).hasSize(1);
        assertThat(room().rev()).isEqualTo(rev);
        assertThat(room().state()).isEqualTo(CallState.LIVE);
        assertThat(room().liveAt()).isNotNull();
        assertThat(room().require(patient).admittedAt()).isNotNull();
    }

    @Test
    void fiftyAdmissionsAtOnceAreOne() throws Exception {
        arrive(patient);

        List<Throwable> thrown = atOnce(50, n -> () -> calls.admit(practice, call, patient, clinician));

        assertThat(thrown).isEmpty();
        assertThat(admissions()).hasSize(1);
    }

    @Test
    void twentyChangesAtOnceAreTwentyRevisions() throws Exception {
        arrive(patient);
        long before = room().rev();

        List<Throwable> thrown = atOnce(20, n -> () -> calls.vacate(practice, call, patient));

        assertThat(thrown).isEmpty();
        assertThat(room().rev()).isEqualTo(before + 20);
    }

    @Test
    void admissionRacingWithTheEndIsEitherAdmittedThenEndedOrRefused() throws Exception {
        arrive(patient);

        List<Throwable> thrown = atOnce(2, n -> () -> {
            if (n == 0) {
                calls.admit(practice, call, patient, clinician);
            } else {
                calls.end(practice, call, clinician);
            }
        });

        assertThat(room().state()).isEqualTo(CallState.ENDED);
        if (thrown.isEmpty()) {
            assertThat(room().liveAt()).isNotNull();
        } else {
            assertThat(thrown).singleElement().isInstanceOf(CallOver.class);
            assertThat(room().liveAt()).isNull();
            assertThat(admissions()).isEmpty();
        }
    }

    @Test
    void onlyAClinicianOfTheCallAdmits() {
        arrive(patient);
        ParticipantId guest = calls.seat(practice, call, ParticipantRole.GUEST);
        ParticipantId elsewhere = calls.seat(practice, calls.open(practice, false), ParticipantRole.CLINICIAN);

        for (ParticipantId by : List.of(patient, guest, elsewhere)) {
            assertThatThrownBy(() -> calls.admit(practice, call, patient, by)).isInstanceOf(NotAllowed.class);
        }
        assertThat(admissions()).isEmpty();
    }

    @Test
    void whoNeverCameOrHasLeftCannotBeAdmitted() {
        assertThatThrownBy(() -> calls.admit(practice, call, patient, clinician))
                .isInstanceOf(ParticipantGone.class);
        Occupant occupant = Arrivals.arrive(calls, seats, practice, patient);
        seats.leave(occupant);

        assertThatThrownBy(() -> calls.admit(practice, call, patient, clinician))
                .isInstanceOf(ParticipantGone.class);
        assertThat(room().state()).isEqualTo(CallState.WAITING);
    }

    @Test
    void endingTwiceIsOneEndAndWorksWhileWaiting() {
        calls.end(practice, call, null);
        calls.end(practice, call, clinician);

        assertThat(room().state()).isEqualTo(CallState.ENDED);
        assertThat(room().endedAt()).isNotNull();
        assertThat(listener.heard(CallEnded.class))
                .filteredOn(e -> e.call().equals(call))
                .singleElement()
                .extracting(CallEnded::by)
                .isNull();
    }

    @Test
    void onlyTheClinicianOfALiveCallGoesOnByPhone() {
        arrive(patient);
        assertThatThrownBy(() -> calls.phone(practice, call, true, clinician)).isInstanceOf(NotAllowed.class);
        calls.admit(practice, call, patient, clinician);
        assertThatThrownBy(() -> calls.phone(practice, call, true, patient)).isInstanceOf(NotAllowed.class);

        calls.phone(practice, call, true, clinician);
        Room first = room();
        calls.phone(practice, call, true, clinician);

        assertThat(first.phoneSince()).isNotNull();
        assertThat(room()).isEqualTo(first);
        calls.phone(practice, call, false, clinician);
        assertThat(room().phoneSince()).isNull();
        assertThat(byPhone()).containsExactly(CallContinuedByPhone.class, CallContinuedByVideo.class);
    }

    @Test
    void theEndTakesThePhoneAwayAndItStaysAwayAfterReopening() {
        arrive(patient);
        calls.admit(practice, call, patient, clinician);
        calls.phone(practice, call, true, clinician);

        calls.end(practice, call, clinician);

        assertThat(room().phoneSince()).isNull();
        assertThatThrownBy(() -> calls.phone(practice, call, true, clinician)).isInstanceOf(CallOver.class);
        calls.reopen(practice, call);
        assertThat(room().phoneSince()).isNull();
        assertThat(room().state()).isEqualTo(CallState.LIVE);
    }

    private List<Class<?>> byPhone() {
        return listener.heard(Object.class).stream()
                .filter(e -> e instanceof CallContinuedByPhone p && p.call().equals(call)
                        || e instanceof CallContinuedByVideo v && v.call().equals(call))
                .<Class<?>>map(Object::getClass)
                .toList();
    }

    @Test
    void reopeningGoesBackToWhereItWasInANewEpoch() {
        calls.end(practice, call, null);
        calls.reopen(practice, call);
        assertThat(room().state()).isEqualTo(CallState.WAITING);
        assertThat(room().epoch()).isEqualTo(2);

        arrive(patient);
        calls.admit(practice, call, patient, clinician);
        calls.end(practice, call, clinician);
        calls.reopen(practice, call);
        calls.reopen(practice, call);

        assertThat(room().state()).isEqualTo(CallState.LIVE);
        assertThat(room().epoch()).isEqualTo(3);
        assertThat(room().endedAt()).isNull();
    }

    @Test
    void closedCallTakesNobodyInAndDoesNotReopen() {
        CallPass issuedBefore = calls.pass(practice, patient);
        calls.close(practice, call);
        calls.close(practice, call);

        assertThatThrownBy(() -> calls.pass(practice, patient)).isInstanceOf(CallOver.class);
        assertThatThrownBy(() -> seats.take(issuedBefore)).isInstanceOf(CallOver.class);
        assertThatThrownBy(() -> calls.reopen(practice, call)).isInstanceOf(CallOver.class);
        assertThatThrownBy(() -> calls.seat(practice, call, ParticipantRole.GUEST))
                .isInstanceOf(CallOver.class);
        calls.end(practice, call, null);
        assertThat(room().state()).isEqualTo(CallState.CLOSED);
        assertThat(listener.heard(CallClosed.class))
                .filteredOn(e -> e.call().equals(call))
                .singleElement()
                .extracting(CallClosed::hadEnded)
                .isEqualTo(false);
    }

    @Test
    void anotherPracticeSeesAndChangesNothing() {
        arrive(patient);
        PracticeId other = TestDatabase.get().newPractice();

        assertThat(calls.look(other, call)).isEmpty();
        assertThatThrownBy(() -> calls.admit(other, call, patient, clinician)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> calls.end(other, call, null)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> calls.seat(other, call, ParticipantRole.GUEST)).isInstanceOf(CallOver.class);
        assertThat(room().state()).isEqualTo(CallState.WAITING);
    }

    @Test
    void rowLevelSecurityHidesRowsEvenFromAQueryThatForgetsThePractice() {
        calls.pass(practice, patient);
        PracticeId other = TestDatabase.get().newPractice();
        JdbcClient jdbc = JdbcClient.create(TestDatabase.get().application());

        for (String table : List.of("call", "participant", "call_pass")) {
            long seen = transactions.in(
                    other,
                    () -> jdbc.sql("select count(*) from " + table)
                            .query(Long.class)
                            .single());
            assertThat(seen).as(table).isZero();
        }
    }

    @Test
    void rollbackOfTheCallerTakesTheAdmissionBack() {
        arrive(patient);

        assertThatThrownBy(() -> transactions.in(practice, () -> {
                    calls.admit(practice, call, patient, clinician);
                    throw new IllegalStateException("the caller failed");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(room().require(patient).state()).isEqualTo(Participant.State.LOBBY);
    }

    @Test
    void vetoOfAListenerTakesTheAdmissionBack() {
        arrive(patient);
        listener.veto(patient);

        assertThatThrownBy(() -> calls.admit(practice, call, patient, clinician))
                .isInstanceOf(Veto.class);

        assertThat(room().state()).isEqualTo(CallState.WAITING);
    }
}
