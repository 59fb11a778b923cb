package uk.anteroom.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.testing.TestDatabase;

@CallTest
class CallsTest {

    @Autowired
    Calls calls;

    @Autowired
    Seats seats;

    @Autowired
    PracticeTransactions transactions;

    @Autowired
    CallSlice.Listener listener;

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
    void clinicianIsAdmittedFromTheStartAndPatientWaits() {
        Room room = room();

        assertThat(room.state()).isEqualTo(CallState.WAITING);
        assertThat(room.require(clinician).state()).isEqualTo(Participant.State.ADMITTED);
        assertThat(room.require(patient).state()).isEqualTo(Participant.State.LOBBY);
        assertThat(room.require(patient).presence()).isEqualTo(Participant.Presence.GONE);
        assertThat(room.require(patient).arrivedAt()).isNull();
    }

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
        assertThat(room().epoch()).isEqualTo(1);

        arrive(patient);

        assertThat(room().epoch()).isEqualTo(2);
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
        List<Occupant> guests = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            guests.add(seats.take(calls.pass(practice, calls.seat(practice, call, ParticipantRole.GUEST)))
                    .occupant());
        }
        long before = room().rev();

        List<Throwable> thrown = atOnce(
                20,
                n -> () -> seats.ready(guests.get(n), Participant.Device.WORKS, Participant.Device.SILENT));

        assertThat(thrown).isEmpty();
        assertThat(room().rev()).isEqualTo(before + 20);
    }

    @Test
    void admissionRacingWithTheEndIsEitherAdmittedThenEndedOrRefused() throws Exception {
        arrive(patient);

        List<Throwable> thrown = atOnce(
                2,
                n -> () -> {
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
        ParticipantId elsewhere = calls.seat(practice, calls.open(practice), ParticipantRole.CLINICIAN);

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
    void whoLeftAfterAdmissionComesBackAdmitted() {
        Occupant occupant = Arrivals.arrive(calls, seats, practice, patient);
        calls.admit(practice, call, patient, clinician);
        seats.leave(occupant);
        assertThat(room().require(patient).presence()).isEqualTo(Participant.Presence.GONE);

        arrive(patient);

        assertThat(room().require(patient).state()).isEqualTo(Participant.State.ADMITTED);
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
            long seen = transactions.in(other, () -> jdbc.sql("select count(*) from " + table)
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
        behindTheBack("update participant set presence_at = clock_timestamp() - interval '46 seconds' "
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
        assertThat(room().epoch()).isEqualTo(2);
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

    private void arrive(ParticipantId who) {
        Arrivals.arrive(calls, seats, practice, who);
    }

    private Room room() {
        return calls.look(practice, call).orElseThrow();
    }

    private List<ParticipantAdmitted> admissions() {
        return listener.heard(ParticipantAdmitted.class).stream()
                .filter(e -> e.call().equals(call))
                .toList();
    }

    private List<ParticipantEntered> entered() {
        return listener.heard(ParticipantEntered.class).stream()
                .filter(e -> e.participant().equals(patient))
                .toList();
    }

    private void behindTheBack(String sql) {
        JdbcClient.create(TestDatabase.get().superuser())
                .sql(sql)
                .param("practice", practice.value())
                .update();
    }

    private interface Work {
        Runnable number(int n);
    }

    private static List<Throwable> atOnce(int threads, Work work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        List<Throwable> thrown = new ArrayList<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Runnable one = work.number(i);
                tasks.add(() -> {
                    start.await();
                    one.run();
                    return null;
                });
            }
            for (Future<Void> done : pool.invokeAll(tasks)) {
                try {
                    done.get();
                } catch (ExecutionException e) {
                    thrown.add(e.getCause());
                }
            }
        }
        return thrown;
    }
}
