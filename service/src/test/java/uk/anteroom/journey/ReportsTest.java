package uk.anteroom.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.anteroom.testing.Eventually.eventually;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.attempt.Rating;
import uk.anteroom.attempt.SurveyAnswer;
import uk.anteroom.attempt.Told;
import uk.anteroom.attempt.Trouble;
import uk.anteroom.call.Arrivals;
import uk.anteroom.call.Calls;
import uk.anteroom.call.Check;
import uk.anteroom.call.Figures;
import uk.anteroom.call.Occupant;
import uk.anteroom.call.Participant;
import uk.anteroom.call.Seats;
import uk.anteroom.consultation.Attendance;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.consultation.IdentityProof;
import uk.anteroom.invitation.IdentityChecks;
import uk.anteroom.invitation.Sending;
import uk.anteroom.invitation.Visits;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.patient.Patient;
import uk.anteroom.practice.NotAllowed;
import uk.anteroom.report.Report;
import uk.anteroom.report.Reports;
import uk.anteroom.report.Span;
import uk.anteroom.report.Why;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** What a practice is told of its own consultations, each played as it happens. */
class ReportsTest extends RunningService {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    @Autowired
    Cast cast;

    @Autowired
    Story story;

    @Autowired
    Reports reports;

    @Autowired
    Attendance attendance;

    @Autowired
    Consultations consultations;

    @Autowired
    IdentityChecks checks;

    @Autowired
    Visits visits;

    @Autowired
    Calls calls;

    @Autowired
    Seats seats;

    private final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());

    Surgery surgery;

    @BeforeEach
    void open() {
        surgery = cast.surgery();
    }

    @Test
    void everyEndingIsCountedOnceUnderItsOwnReason() {
        List<Consumer<Surgery>> endings = List.of(
                this::undelivered,
                this::notOpened,
                this::identityClosed,
                this::withdrawn,
                this::openedOnly,
                this::leftWhileWaiting,
                this::notLetIn,
                this::devicesRefused,
                this::pageLost,
                this::noNetworkPath,
                this::noNetworkPath,
                this::relayAway,
                this::notMeasured);
        endings.forEach(ending -> ending.accept(surgery));
        met(surgery, 60);
        invite(surgery);

        Report report = report();

        assertThat(report.tried()).isEqualTo(14);
        assertThat(report.met()).isEqualTo(1);
        assertThat(report.notMet()).isEqualTo(13);
        assertThat(report.underWay()).isEqualTo(1);
        assertThat(report.causes().getFirst()).isEqualTo(new Report.Cause(Why.NO_NETWORK_PATH, 2));
        assertThat(report.causes())
                .extracting(Report.Cause::why)
                .as("each once")
                .containsExactlyInAnyOrder(Why.values());
        assertThat(report.causes().subList(1, Why.values().length))
                .allSatisfy(cause ->
                        assertThat(cause.times()).as(cause.why().name()).isEqualTo(1));
    }

    @Test
    void waitsAreOfThoseWhoWereLetInFromArrivalToTheFirstAdmission() {
        for (int seconds : new int[] {240, 30, 600, 60, 120, 90, 45, 300, 180, 1200}) {
            met(surgery, seconds);
        }
        notLetIn(surgery);

        assertThat(report().waits()).isEqualTo(new Report.Waits(10, Duration.ofSeconds(120), Duration.ofSeconds(600)));
        assertThat(reports.of(cast.surgery().manager(), Span.FOUR_WEEKS).waits())
                .isEqualTo(new Report.Waits(0, null, null));
    }

    @Test
    void patientsWhoCameAreCountedByBrowserAndSystemAndByWhatTheySaid() {
        Check phone = new Check(null, Check.Browser.CHROME, Check.System.ANDROID, null, null);
        met(surgery, 60, phone, new SurveyAnswer(Rating.GOOD, null), 4);
        met(surgery, 60, phone, new SurveyAnswer(Rating.BAD, Trouble.SOUND), 0);
        met(surgery, 60, null, new SurveyAnswer(Rating.BAD, Trouble.SOUND), 4);
        ConsultationId left = invite(surgery);
        seats.checked(arrived(left), phone);
        attendance.end(surgery.clinician(), left);
        notOpened(surgery);

        Report report = report();

        assertThat(report.arrivals())
                .containsExactly(
                        new Report.Arrivals(Check.Browser.CHROME, Check.System.ANDROID, 3, 2),
                        new Report.Arrivals(null, null, 1, 1));
        assertThat(report.answers())
                .isEqualTo(new Report.Answers(3, Map.of(Rating.GOOD, 1, Rating.BAD, 2), Map.of(Trouble.SOUND, 2)));
        assertThat(report.met()).isEqualTo(3);
        assertThat(report.lost()).isEqualTo(1);
    }

    @Test
    void consultationCountsInTheWeekItWasOpenedAndOnlyInSpansThatReachThere() {
        opened(met(surgery, 60), 5);
        opened(met(surgery, 60), 25);
        opened(met(surgery, 60), 26);
        ConsultationId now = met(surgery, 60);
        notOpened(surgery);
        LocalDate monday =
                LocalDate.now(ZONE).minusDays(LocalDate.now(ZONE).getDayOfWeek().getValue() - 1L);

        Report four = report();
        assertThat(four.weeks())
                .containsExactly(
                        new Report.Week(monday.minusWeeks(3), 0, 0),
                        new Report.Week(monday.minusWeeks(2), 0, 0),
                        new Report.Week(monday.minusWeeks(1), 0, 0),
                        new Report.Week(monday, 1, 1));
        Report twelve = reports.of(surgery.manager(), Span.TWELVE_WEEKS);
        assertThat(twelve.tried()).isEqualTo(3);
        assertThat(twelve.weeks())
                .contains(new Report.Week(monday.minusWeeks(5), 1, 0))
                .hasSize(12);
        assertThat(reports.of(surgery.manager(), Span.HALF_A_YEAR).tried()).isEqualTo(4);
        opened(now, 30);
        assertThat(report().tried()).isEqualTo(1);
    }

    @Test
    void reopenedCallIsOneConsultationAndTheAttemptThatSaysMoreCounts() {
        ConsultationId id = invite(surgery);
        Occupant page = arrived(id);
        attendance.admit(surgery.clinician(), id);
        seats.report(page, new Told().relay(Figures.Relay.AWAY).figures());
        attendance.end(surgery.clinician(), id);
        seats.present(page, Participant.Presence.GONE);
        attendance.backToTheCall(surgery.clinician(), id);
        assertThat(report().underWay()).isEqualTo(1);
        attendance.end(surgery.clinician(), id);
        assertThat(report().causes()).containsExactly(new Report.Cause(Why.RELAY_AWAY, 1));

        attendance.backToTheCall(surgery.clinician(), id);
        seats.report(arrived(id), new Told().connected(300).figures());
        attendance.end(surgery.clinician(), id);
        assertThat(report().causes()).isEmpty();
        assertThat(List.of(report().tried(), report().met(), report().underWay()))
                .containsExactly(1, 1, 0);
    }

    @Test
    void anotherPracticesConsultationsAndCallsWithoutOneDoNotCount() {
        Surgery other = cast.surgery();
        met(other, 60);
        notOpened(other);
        calls.close(surgery.practice(), calls.open(surgery.practice(), false));
        assertThat(report().tried()).isZero();
        met(surgery, 60);
        assertThat(report().tried()).isEqualTo(1);
        assertThat(reports.of(other.manager(), Span.FOUR_WEEKS).tried()).isEqualTo(2);
    }

    @Test
    void managersAndCliniciansReadReportsAndReceptionistsDoNot() {
        met(surgery, 95, null, new SurveyAnswer(Rating.NOT_SO_GOOD, Trouble.GETTING_IN), 4);
        devicesRefused(surgery);
        Browser receptionist = browser();
        assertThat(receptionist.signIn(surgery.receptionist()).html().select("nav a[href=/reports]"))
                .isEmpty();
        assertThat(receptionist.open("/reports").status()).isEqualTo(403);
        assertThatThrownBy(() -> reports.of(surgery.receptionist(), Span.FOUR_WEEKS))
                .isInstanceOf(NotAllowed.class);
        for (var reader : List.of(surgery.manager(), surgery.clinician())) {
            Browser theirs = browser();
            assertThat(theirs.signIn(reader).html().select("nav a[href=/reports]"))
                    .hasSize(1);
            Page page = theirs.open("/reports?weeks=12");
            assertThat(page.html().select(".a-figures b").eachText())
                    .containsExactly("2", "1", "1", "1 minute", "1 minute");
            assertThat(page.html()
                            .select("[aria-labelledby=report-why] tbody tr")
                            .text())
                    .startsWith("1 The microphone or camera could not be used Show the patient the steps");
            assertThat(page.html().select(".a-said").text()).isEqualTo("Good 0 Not so good 1 Bad 0 Getting in 1");
            assertThat(page.html().select("#report-weeks ~ div tbody tr")).hasSize(12);
            assertThat(page.html().select("svg.a-chart text.a-chart__number").eachText())
                    .containsExactly("1", "1");
            assertThat(page.text()).doesNotContain("Whitfield", "Rosa");
            assertThat(theirs.open("/reports?weeks=5").status()).isEqualTo(404);
        }
    }

    private Report report() {
        return reports.of(surgery.manager(), Span.FOUR_WEEKS);
    }

    private ConsultationId met(Surgery of, int waitedSeconds) {
        return met(of, waitedSeconds, null, null, 4);
    }

    private ConsultationId met(
            Surgery of, int waitedSeconds, @Nullable Check check, @Nullable SurveyAnswer answer, int bars) {
        ConsultationId id = invite(of);
        Occupant page = arrived(of, id);
        if (check != null) {
            seats.checked(page, check);
        }
        attendance.admit(of.clinician(), id);
        seats.report(page, new Told().connected(412).score(bars).figures());
        attendance.end(of.clinician(), id);
        superuser
                .sql("""
                        update participant p set arrived_at = c.live_at - make_interval(secs => :seconds)
                        from consultation c
                        where c.practice_id = p.practice_id and c.patient_seat = p.participant_id
                          and c.practice_id = :practice and c.consultation_id = :id
                        """)
                .param("seconds", waitedSeconds)
                .param("practice", of.practice().value())
                .param("id", id.value())
                .update();
        if (answer != null) {
            story.answered(of, id, answer);
        }
        return id;
    }

    private void undelivered(Surgery of) {
        Sending.Sent sent = sent(of);
        eventually(
                "the letter",
                () -> letters("select count(*) from letter where state = 'SENT' and subject_id = :id", sent) == 1);
        superuser
                .sql("update letter set state = 'FAILED', problem = 'UNKNOWN_ADDRESS' where subject_id = :id")
                .param("id", sent.invitation().value())
                .update();
        attendance.end(of.clinician(), sent.consultation());
    }

    private int letters(String query, Sending.Sent sent) {
        return superuser
                .sql(query)
                .param("id", sent.invitation().value())
                .query(Integer.class)
                .single();
    }

    private void notOpened(Surgery of) {
        attendance.end(of.clinician(), invite(of));
    }

    private void identityClosed(Surgery of) {
        Sending.Sent sent = sent(of);
        var token = story.token(of, sent);
        for (int i = 0; i < 5; i++) {
            checks.byBirth(token, new DateOfBirth(LocalDate.of(2001, 1, 1)), "192.0.2.1");
        }
        attendance.end(of.clinician(), sent.consultation());
    }

    private void withdrawn(Surgery of) {
        consultations.cancel(of.clinician(), invite(of));
    }

    private void openedOnly(Surgery of) {
        Sending.Sent sent = sent(of);
        visits.seen(story.token(of, sent));
        attendance.end(of.clinician(), sent.consultation());
    }

    private void leftWhileWaiting(Surgery of) {
        ConsultationId id = invite(of);
        seats.present(arrived(id), Participant.Presence.GONE);
        attendance.end(of.clinician(), id);
    }

    private void notLetIn(Surgery of) {
        ConsultationId id = invite(of);
        arrived(id);
        attendance.end(of.clinician(), id);
    }

    private void devicesRefused(Surgery of) {
        ConsultationId id = invite(of);
        seats.ready(arrived(id), Participant.Device.DENIED, Participant.Device.DENIED);
        attendance.end(of.clinician(), id);
    }

    private void pageLost(Surgery of) {
        ConsultationId id = invite(of);
        Occupant page = arrived(id);
        attendance.admit(of.clinician(), id);
        seats.present(page, Participant.Presence.GONE);
        attendance.end(of.clinician(), id);
    }

    private void noNetworkPath(Surgery of) {
        admittedAndTold(of, new Told().relay(Figures.Relay.REACHED));
    }

    private void relayAway(Surgery of) {
        admittedAndTold(of, new Told().relay(Figures.Relay.AWAY));
    }

    private void notMeasured(Surgery of) {
        ConsultationId id = invite(of);
        arrived(id);
        attendance.admit(of.clinician(), id);
        attendance.end(of.clinician(), id);
    }

    private void admittedAndTold(Surgery of, Told told) {
        ConsultationId id = invite(of);
        Occupant page = arrived(id);
        attendance.admit(of.clinician(), id);
        seats.report(page, told.figures());
        attendance.end(of.clinician(), id);
    }

    /** So many weeks before it really was. */
    private void opened(ConsultationId id, int weeksAgo) {
        superuser
                .sql(
                        "update consultation set opened_at = opened_at - make_interval(weeks => :weeks) where consultation_id = :id")
                .param("weeks", weeksAgo)
                .param("id", id.value())
                .update();
    }

    private Sending.Sent sent(Surgery of) {
        Patient patient = cast.patient(of.practice(), "Rosa", "Whitfield", "1957-03-14", "rosa@mail.example", null);
        return story.invited(of, patient, patient.email());
    }

    private ConsultationId invite(Surgery of) {
        return sent(of).consultation();
    }

    private Occupant arrived(ConsultationId id) {
        return arrived(surgery, id);
    }

    private Occupant arrived(Surgery of, ConsultationId id) {
        attendance.identityConfirmed(of.practice(), id, IdentityProof.BIRTH);
        return Arrivals.arrive(
                calls, seats, of.practice(), story.look(of.practice(), id).patientSeat());
    }
}
