package uk.anteroom.staffweb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.call.Arrivals;
import uk.anteroom.call.Calls;
import uk.anteroom.call.Occupant;
import uk.anteroom.call.Participant;
import uk.anteroom.call.Seats;
import uk.anteroom.consultation.Attendance;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.consultation.IdentityProof;
import uk.anteroom.patient.Patient;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

class WaitingRoomPageTest extends RunningService {

    @Autowired
    Cast cast;

    @Autowired
    Consultations consultations;

    @Autowired
    Attendance attendance;

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
    void showsWhoWaitsLongestFirstInWordsAndWhoIsWithWhom() {
        Patient grace = cast.patient(surgery.practice(), "Grace", "Lin", "2001-11-30", null, "+447700900124");
        Patient walter = cast.patient(surgery.practice(), "Walter", "Hughes", "1939-01-09", "w@mail.example", null);
        Patient ines = cast.patient(surgery.practice(), "Ines", "Duarte", "1970-05-21", null, null);
        Consultation rosas = arrived(surgery.rosa());
        Consultation graces = arrived(grace);
        waitsSince(graces, 12);
        attendance.identityConfirmed(surgery.practice(), rosas.id(), IdentityProof.BIRTH);
        attendance.identityConfirmed(surgery.practice(), arrived(walter).id(), IdentityProof.BIRTH);
        attendance.admit(surgery.clinician(), opened(walter).id());
        opened(ines);

        Page board = board(surgery.receptionist());

        assertThat(board.html().select("#board-waiting").text()).isEqualTo("Waiting now 2");
        var rows = board.html().select("[role=region][aria-labelledby=board-waiting] tbody tr");
        assertThat(rows.eachText().getFirst())
                .contains("Grace Lin", "30 November 2001", "Waiting", "12 minutes, long wait", "Dr Amara Okafor");
        assertThat(rows.get(1).text()).contains("Rosa Whitfield").doesNotContain("long wait");
        assertThat(rows.get(1).select("a").attr("href")).isEqualTo("/consultations/" + rosas.id());
        assertThat(board.html()
                        .select("[role=region][aria-labelledby=board-calls] tbody")
                        .text())
                .contains("Walter Hughes", "With Dr Amara Okafor");
        assertThat(board.html()
                        .select("[role=region][aria-labelledby=board-invited] tbody")
                        .text())
                .contains("Ines Duarte");
        assertThat(board.html().select("[data-arrived-count]").text()).isEqualTo("2");
    }

    @Test
    void saysWhoIsAwayAndWhoNeedsHelp() {
        Patient grace = cast.patient(surgery.practice(), "Grace", "Lin", "2001-11-30", null, "+447700900124");
        Consultation rosas = opened(surgery.rosa());
        Occupant page =
                seats.take(calls.pass(surgery.practice(), rosas.patientSeat())).occupant();
        seats.ready(page, Participant.Device.BLOCKED, Participant.Device.WORKS);
        Consultation graces = opened(grace);
        Occupant hers = Arrivals.arrive(calls, seats, surgery.practice(), graces.patientSeat());
        seats.present(hers, Participant.Presence.AWAY);

        Page board = board(surgery.clinician());

        assertThat(board.text()).contains("Needs help: camera does not work");
        assertThat(board.html()
                        .select("[role=region][aria-labelledby=board-waiting] tbody tr")
                        .get(1)
                        .text())
                .containsPattern("Grace Lin.*Away since \\d\\d:\\d\\d, place kept");
    }

    @Test
    void isNotForWhoIsOnlyPracticeManagerNorForAnotherPractice() {
        arrived(surgery.rosa());
        assertThat(board(surgery.manager()).status()).isEqualTo(403);
        Page theirs = board(cast.surgery().receptionist());
        assertThat(theirs.status()).isEqualTo(200);
        assertThat(theirs.text()).contains("Nobody is waiting").doesNotContain("Rosa");
    }

    private Page board(StaffMember who) {
        Browser browser = browser();
        browser.signIn(who);
        return browser.open("/waiting");
    }

    private Consultation opened(Patient patient) {
        return consultations.openFor(
                surgery.clinician(), patient.id(), surgery.clinician().id(), null);
    }

    private Consultation arrived(Patient patient) {
        Consultation consultation = opened(patient);
        Arrivals.arrive(calls, seats, surgery.practice(), consultation.patientSeat());
        return consultation;
    }

    private void waitsSince(Consultation consultation, int minutes) {
        JdbcClient.create(TestDatabase.get().superuser())
                .sql("""
                        update consultation set waiting_at = waiting_at - make_interval(mins => :minutes)
                        where practice_id = :practice and consultation_id = :id
                        """)
                .param("minutes", minutes)
                .param("practice", surgery.practice().value())
                .param("id", consultation.id().value())
                .update();
    }
}
