package uk.anteroom.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.anteroom.testing.Together.together;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.call.Arrivals;
import uk.anteroom.call.Calls;
import uk.anteroom.call.Occupant;
import uk.anteroom.call.Seats;
import uk.anteroom.call.TakenOver;
import uk.anteroom.clinicalsystem.ConsultationCoding;
import uk.anteroom.consultation.Attendance;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.ConsultationState;
import uk.anteroom.consultation.Decision;
import uk.anteroom.consultation.Outcome;
import uk.anteroom.consultation.Outcomes;
import uk.anteroom.practice.NotAllowed;
import uk.anteroom.practice.Role;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.Requests;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

class OutcomeTest extends RunningService {

    @Autowired
    Cast cast;

    @Autowired
    Story story;

    @Autowired
    Outcomes outcomes;

    @Autowired
    Attendance attendance;

    @Autowired
    ConsultationCoding coding;

    @Autowired
    Requests requests;

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
    void fiftyPressesAtOnceAreOneOutcomeAndOneEntry() {
        ConsultationId id = story.ended(surgery);
        List<Decision> decisions = together(50, i -> outcomes.decide(surgery.clinician(), id, Outcome.COMPLETED, null));
        assertThat(decisions).allMatch(Decision.Recorded.class::isInstance);
        assertThat(rows("consultation_outcome", id)).isEqualTo(1);
        assertThat(rows("record_entry", id)).isEqualTo(1);
        assertThat(JdbcClient.create(TestDatabase.get().superuser())
                        .sql(
                                "select count(*) from audit_entry where subject_id = :id and action = 'consultation.completed'")
                        .param("id", id.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void ofTwoDifferentPressesTheFirstWinsAndTheOtherIsTold() {
        ConsultationId id = story.ended(surgery);
        List<Decision> decisions = together(
                20,
                i -> outcomes.decide(
                        surgery.clinician(), id, i % 2 == 0 ? Outcome.COMPLETED : Outcome.UNSUCCESSFUL, null));
        Outcome standing = story.look(surgery.practice(), id).outcome().outcome();
        assertThat(decisions).allSatisfy(decision -> {
            if (decision instanceof Decision.Recorded(var recorded)) {
                assertThat(recorded.outcome()).isEqualTo(standing);
            } else {
                assertThat(((Decision.AlreadyDecided) decision).outcome().outcome())
                        .isEqualTo(standing);
                assertThat(((Decision.AlreadyDecided) decision).outcome().by())
                        .isEqualTo(surgery.clinician().id());
            }
        });
        assertThat(rows("record_entry", id)).isEqualTo(standing == Outcome.COMPLETED ? 1 : 0);
    }

    @Test
    void completingCompletesTheRequestAndUnsuccessfulLeavesItOpen() {
        ConsultationId completed = story.ended(surgery);
        outcomes.decide(surgery.clinician(), completed, Outcome.COMPLETED, null);
        assertThat(request(completed)).isFalse();
        ConsultationId unsuccessful = story.ended(surgery);
        outcomes.decide(surgery.clinician(), unsuccessful, Outcome.UNSUCCESSFUL, null);
        assertThat(request(unsuccessful)).isTrue();
        assertThat(coding.of(surgery.practice(), unsuccessful)).isEmpty();
    }

    @Test
    void whatNeverTookPlaceCannotBeCompleted() {
        ConsultationId id = story.waiting(surgery);
        attendance.end(surgery.clinician(), id);
        assertThat(outcomes.decide(surgery.clinician(), id, Outcome.COMPLETED, null))
                .isInstanceOf(Decision.NeverTookPlace.class);
        assertThat(outcomes.decide(surgery.clinician(), id, Outcome.UNSUCCESSFUL, null))
                .isInstanceOf(Decision.Recorded.class);
    }

    @Test
    void aLiveConsultationIsNotDecided() {
        ConsultationId id = story.live(surgery);
        assertThat(outcomes.decide(surgery.clinician(), id, Outcome.COMPLETED, null))
                .isInstanceOf(Decision.NotEnded.class);
    }

    @Test
    void backToTheCallIsPossibleUntilOneIsPressed() {
        ConsultationId id = story.ended(surgery);
        assertThat(attendance.backToTheCall(surgery.clinician(), id)).isTrue();
        assertThat(story.look(surgery.practice(), id).state()).isEqualTo(ConsultationState.LIVE);
        attendance.end(surgery.clinician(), id);
        outcomes.decide(surgery.clinician(), id, Outcome.COMPLETED, null);
        assertThat(attendance.backToTheCall(surgery.clinician(), id)).isFalse();
    }

    @Test
    void whoIsNoClinicianDecidesNothing() {
        ConsultationId id = story.ended(surgery);
        assertThatThrownBy(() -> outcomes.decide(surgery.receptionist(), id, Outcome.COMPLETED, null))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> attendance.admit(surgery.receptionist(), id)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void anotherClinicianTakesOver() {
        ConsultationId id = story.live(surgery);
        StaffMember locum = cast.staff(surgery.practice(), "Dr", "Lena", "Moss", Role.CLINICIAN);
        assertThat(attendance.clinicianPass(locum, id)).isEmpty();
        Consultation before = story.look(surgery.practice(), id);
        Occupant first = seats.take(calls.pass(surgery.practice(), before.clinicianSeat()))
                .occupant();
        attendance.takeOver(locum, id);
        assertThatThrownBy(() -> seats.end(first)).isInstanceOf(TakenOver.class);
        assertThat(attendance.clinicianPass(locum, id)).isPresent();
        assertThat(attendance.clinicianPass(surgery.clinician(), id)).isEmpty();
        Consultation consultation = story.look(surgery.practice(), id);
        assertThat(consultation.clinician()).isEqualTo(locum.id());
    }

    private boolean request(ConsultationId id) {
        var request = story.look(surgery.practice(), id).request();
        return requests.look(surgery.clinician(), request).orElseThrow().open();
    }

    private int rows(String table, ConsultationId id) {
        return JdbcClient.create(TestDatabase.get().superuser())
                .sql("select count(*) from " + table + " where consultation_id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void pagesAndSocketsDoNotWaitForEachOther() {
        ConsultationId id = story.live(surgery);
        Consultation consultation = story.look(surgery.practice(), id);
        List<Boolean> went = together(2, which -> {
            for (int i = 0; i < 40; i++) {
                if (which == 0) {
                    Arrivals.arrive(calls, seats, surgery.practice(), consultation.patientSeat());
                } else {
                    attendance.end(surgery.clinician(), id);
                    attendance.backToTheCall(surgery.clinician(), id);
                }
            }
            return true;
        });
        assertThat(went).containsOnly(true);
    }
}
