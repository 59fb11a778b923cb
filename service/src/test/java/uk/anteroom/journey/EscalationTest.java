package uk.anteroom.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.testing.Eventually.eventually;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.Escalation;
import uk.anteroom.consultation.WaitingRoom;
import uk.anteroom.duty.DutyList;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.Listener;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** A patient nobody looks after is told to the staff on duty, once. */
class EscalationTest extends RunningService {

    @Autowired
    Cast cast;

    @Autowired
    Story story;

    @Autowired
    DutyList duty;

    @Autowired
    WaitingRoom waitingRoom;

    @Autowired
    Attendance attendance;

    @Autowired
    Calls calls;

    @Autowired
    Seats seats;

    final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());

    Surgery surgery;

    @BeforeEach
    void open() {
        surgery = cast.surgery();
        story.onDuty(surgery, 7);
    }

    @Test
    void dutyStaffGetOneEmailThatNamesNobodyAndTheBanner() throws Exception {
        ConsultationId id = story.waiting(surgery);
        Browser receptionist = browser();
        receptionist.signIn(surgery.receptionist());
        try (Listener listener = Listener.open("http://localhost:" + port + "/arrivals", receptionist.cookies())) {
            eventually("the arrival", () -> listener.last().contains("Rosa Whitfield is waiting"));
            // as the job's time is stored, so it comes
            waitsFor(id, 7);

            eventually("the banner", () -> listener.last().contains("Rosa Whitfield is waiting and nobody has come"));
            assertThat(listener.last()).contains("\"kind\":\"UNATTENDED\"", "\"rings\":true");
        }
        eventually("the email", () -> !mails().isEmpty());
        MimeMessage mail = mails().getFirst();
        assertThat(mail.getSubject()).isEqualTo("Somebody is waiting at Test Surgery");
        assertThat(Parts.text(mail))
                .contains("Somebody has been waiting for a video call at Test Surgery for 7 minutes")
                .contains("http://localhost:8080/waiting")
                .doesNotContain("Rosa", "Whitfield", "Okafor", "??");
        assertThat(waitingRoom.escalate(surgery.practice(), id)).isEqualTo(Escalation.OVER);
        assertThat(mails()).hasSize(1);
        Page board = receptionist.open("/waiting");
        assertThat(board.text()).contains("Nobody came, duty staff told");
    }

    @Test
    void whoeverIsLookedAfterIsToldToNobody() {
        ConsultationId id = story.waiting(surgery);
        Occupant page = Arrivals.arrive(
                calls,
                seats,
                surgery.practice(),
                story.look(surgery.practice(), id).clinicianSeat());
        assertThat(waitingRoom.escalate(surgery.practice(), id)).isEqualTo(Escalation.NOT_NOW);
        seats.present(page, Participant.Presence.AWAY);
        assertThat(waitingRoom.escalate(surgery.practice(), id)).isEqualTo(Escalation.ESCALATED);

        ConsultationId admitted = story.live(cast.surgery());
        assertThat(waitingRoom.escalate(surgery.practice(), admitted)).isEqualTo(Escalation.OVER);
    }

    @Test
    void theJobIsStoredInTheCommitOfTheArrivalAndDueAfterTheMinutesOfThePractice() {
        ConsultationId id = story.waiting(surgery);
        assertThat(superuser
                        .sql("""
                                select round(extract(epoch from execution_time - c.waiting_at) / 60)
                                from scheduled_tasks t
                                join consultation c on t.task_instance = c.practice_id || '/' || c.consultation_id
                                where t.task_name = 'unattended' and c.consultation_id = :id
                                """)
                        .param("id", id.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(7);
    }

    @Test
    void aPracticeManagerKeepsTheList() {
        Browser manager = browser();
        manager.signIn(surgery.manager());
        String form = "form[action=/settings/duty]";
        Page settings = manager.open("/settings");
        assertThat(settings.html().select(form + " input[checked]").eachAttr("name"))
                .containsExactly("duty-" + surgery.receptionist().id());
        assertThat(settings.html().select("#minutes").attr("value")).isEqualTo("7");
        // who is only practice manager has no waiting room to look after
        assertThat(settings.html().select("#duty-" + surgery.manager().id())).isEmpty();

        for (String wrong : List.of("0", "61", "soon", "", "5.5")) {
            Page refused = manager.submit(settings, form, Map.of("minutes", wrong));
            assertThat(refused.status()).as(wrong).isEqualTo(422);
            assertThat(refused.html().select("#minutes-error").text()).contains("whole number from 1 to 60");
        }
        Page saved = manager.submit(
                settings,
                form,
                Map.of("minutes", "3", "duty-" + surgery.clinician().id(), "true"));
        assertThat(saved.path()).isEqualTo("/settings?saved");
        assertThat(duty.of(surgery.practice()).staff())
                .containsExactlyInAnyOrder(
                        surgery.receptionist().id(), surgery.clinician().id());
        assertThat(duty.of(surgery.practice()).after()).isEqualTo(Duration.ofMinutes(3));

        Browser clinician = browser();
        Page inbox = clinician.signIn(surgery.clinician());
        assertThat(clinician
                        .post("/settings/duty", Map.of("minutes", "9", "_csrf", Browser.token(inbox)))
                        .status())
                .isEqualTo(403);
    }

    private void waitsFor(ConsultationId id, int minutes) {
        superuser
                .sql(
                        "update consultation set waiting_at = waiting_at - make_interval(mins => :minutes) where consultation_id = :id")
                .param("minutes", minutes)
                .param("id", id.value())
                .update();
        superuser
                .sql(
                        "update scheduled_tasks set execution_time = now() where task_name = 'unattended' and task_instance = :job")
                .param("job", surgery.practice() + "/" + id)
                .update();
    }

    private List<MimeMessage> mails() {
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(mail ->
                        Parts.isTo(mail, Cast.signInName(surgery.receptionist().id())))
                .toList();
    }
}
