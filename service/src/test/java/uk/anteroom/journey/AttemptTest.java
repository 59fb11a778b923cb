package uk.anteroom.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.attempt.Attempt;
import uk.anteroom.attempt.Attempts;
import uk.anteroom.attempt.Reason;
import uk.anteroom.attempt.Told;
import uk.anteroom.call.Arrivals;
import uk.anteroom.call.Calls;
import uk.anteroom.call.Figures;
import uk.anteroom.call.Occupant;
import uk.anteroom.call.Participant;
import uk.anteroom.call.Seats;
import uk.anteroom.consultation.Attendance;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.consultation.Outcome;
import uk.anteroom.consultation.Outcomes;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** What is kept of each attempt to meet, from the first report to the row that stays. */
class AttemptTest extends RunningService {

    @Autowired
    Cast cast;

    @Autowired
    Story story;

    @Autowired
    Attempts attempts;

    @Autowired
    Attendance attendance;

    @Autowired
    Consultations consultations;

    @Autowired
    Outcomes outcomes;

    @Autowired
    Calls calls;

    @Autowired
    Seats seats;

    Surgery surgery;

    @BeforeEach
    void open() {
        surgery = cast.surgery();
    }

    @Test
    void nothingIsKnownBeforeTheEndAndOneRowAfterItHoweverOftenItEnds() {
        ConsultationId id = story.live(surgery);
        seats.report(patient(id), new Told().connected(900).figures());
        assertThat(attempts.last(surgery.practice(), look(id).call())).isEmpty();

        seats.report(
                patient(id),
                new Told()
                        .connected(412)
                        .over(Figures.Path.RELAY, Figures.Transport.TCP)
                        .interrupted(2, 14_200)
                        .weak(180_000)
                        .score(3)
                        .figures());
        attendance.end(surgery.clinician(), id);
        attendance.end(surgery.clinician(), id);
        outcomes.decide(surgery.clinician(), id, Outcome.COMPLETED, null);

        Attempt attempt = last(id);
        assertThat(attempt.number()).isEqualTo(1);
        assertThat(attempt.reason()).isEqualTo(Reason.CONNECTED);
        assertThat(attempt.measured().path()).isEqualTo(Figures.Path.RELAY);
        assertThat(attempt.measured().transport()).isEqualTo(Figures.Transport.TCP);
        assertThat(attempt.measured().codec()).isEqualTo("video/VP8");
        assertThat(attempt.measured().restarts()).isEqualTo(2);
        assertThat(attempt.measured().lostMs()).isEqualTo(14_200);
        assertThat(attempt.measured().patientWeakMs()).isEqualTo(180_000);
        assertThat(rows("call_attempt")).isEqualTo(1);
        assertThat(rows("attempt_report")).isZero();
    }

    @Test
    void endedPageTellsTheClinicianHowTheCallWentAndNobodyElse() {
        ConsultationId id = story.reported(surgery);
        attendance.end(surgery.clinician(), id);
        Browser clinician = browser();
        clinician.signIn(surgery.clinician());
        Browser receptionist = browser();
        receptionist.signIn(surgery.receptionist());

        assertThat(clinician.open("/consultations/" + id).text()).contains("Connected in 0.4 seconds.");
        assertThat(receptionist.open("/consultations/" + id).text())
                .contains("A clinician says how it went")
                .doesNotContain("Connected in");
    }

    @Test
    void lastWordOfAPageCounts() {
        ConsultationId id = story.live(surgery);
        Occupant page = patient(id);
        for (int lost : List.of(1000, 2000, 5000)) {
            seats.report(page, new Told().connected(412).interrupted(1, lost).figures());
        }
        attendance.end(surgery.clinician(), id);

        assertThat(last(id).measured().lostMs()).isEqualTo(5000);
    }

    @Test
    void reopenedCallIsAnotherAttemptWithItsOwnReasonAndFigures() {
        ConsultationId id = story.live(surgery);
        seats.report(patient(id), new Told().relay(Figures.Relay.AWAY).figures());
        attendance.end(surgery.clinician(), id);
        assertThat(last(id).reason()).isEqualTo(Reason.RELAY_AWAY);

        attendance.backToTheCall(surgery.clinician(), id);
        seats.report(patient(id), new Told().connected(300).figures());
        attendance.end(surgery.clinician(), id);

        assertThat(last(id).number()).isEqualTo(2);
        assertThat(last(id).reason()).isEqualTo(Reason.CONNECTED);
        assertThat(rows("call_attempt")).isEqualTo(2);
    }

    @Test
    void reopenedCallToWhichNobodyCameBackSaysSo() {
        ConsultationId id = story.live(surgery);
        Occupant page = patient(id);
        seats.report(page, new Told().connected(300).figures());
        attendance.end(surgery.clinician(), id);
        seats.present(page, Participant.Presence.GONE);

        attendance.backToTheCall(surgery.clinician(), id);
        attendance.end(surgery.clinician(), id);

        assertThat(last(id).reason()).isEqualTo(Reason.NOBODY_CAME);
    }

    @Test
    void callThatWentOnByPhoneRemembersWhenTheFirstTime() {
        Consultation live = look(story.live(surgery));
        calls.phone(surgery.practice(), live.call(), true, live.clinicianSeat());
        Instant first = since(live);
        calls.phone(surgery.practice(), live.call(), false, live.clinicianSeat());
        calls.phone(surgery.practice(), live.call(), true, live.clinicianSeat());
        Instant again = since(live);
        attendance.end(surgery.clinician(), live.id());

        assertThat(last(live.id()).phoneAt()).isBetween(first, again).isNotEqualTo(again);
        attendance.backToTheCall(surgery.clinician(), live.id());
        attendance.end(surgery.clinician(), live.id());
        assertThat(last(live.id()).phoneAt()).isNull();
    }

    @Test
    void callThatIsCancelledIsAnAttemptToo() {
        ConsultationId id = consultations
                .openFor(
                        surgery.clinician(),
                        surgery.rosa().id(),
                        surgery.clinician().id(),
                        null)
                .id();
        consultations.cancel(surgery.clinician(), id);

        assertThat(last(id).reason()).isEqualTo(Reason.NOBODY_CAME);
    }

    @Test
    void reportAfterTheEndChangesNothing() {
        ConsultationId id = story.live(surgery);
        Occupant page = patient(id);
        attendance.end(surgery.clinician(), id);
        seats.report(page, new Told().connected(412).figures());

        assertThat(rows("attempt_report")).isZero();
        assertThat(last(id).reason()).isEqualTo(Reason.NOT_MEASURED);
    }

    private Instant since(Consultation live) {
        return Objects.requireNonNull(
                calls.look(surgery.practice(), live.call()).orElseThrow().phoneSince());
    }

    private Occupant patient(ConsultationId id) {
        return Arrivals.arrive(calls, seats, surgery.practice(), look(id).patientSeat());
    }

    private Consultation look(ConsultationId id) {
        return story.look(surgery.practice(), id);
    }

    private Attempt last(ConsultationId id) {
        return attempts.last(surgery.practice(), look(id).call()).orElseThrow();
    }

    private int rows(String table) {
        return JdbcClient.create(TestDatabase.get().superuser())
                .sql("select count(*) from " + table + " where practice_id = :practice")
                .param("practice", surgery.practice().value())
                .query(Integer.class)
                .single();
    }
}
