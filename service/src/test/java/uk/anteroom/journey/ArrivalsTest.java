package uk.anteroom.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.testing.Eventually.eventually;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.call.Arrivals;
import uk.anteroom.call.Calls;
import uk.anteroom.call.Seats;
import uk.anteroom.consultation.Attendance;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.practice.Role;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.Listener;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** Whoever of the staff is signed in hears of arrivals, wherever they are. */
class ArrivalsTest extends RunningService {

    @Autowired
    Cast cast;

    @Autowired
    Story story;

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
    }

    @Test
    void clinicianAndReceptionistHearWithinASecondThatAPatientHasArrived() throws Exception {
        try (Listener clinician = listen(surgery.clinician());
                Listener receptionist = listen(surgery.receptionist())) {
            heard(clinician, "\"count\":0");
            heard(receptionist, "\"count\":0");
            ConsultationId id = story.invitedFromRequest(
                    surgery, cast.request(surgery.practice(), surgery.rosa().id()));
            Instant arrived = Instant.now();
            arrive(surgery, id);
            heard(clinician, "Rosa Whitfield is waiting");
            heard(receptionist, "Rosa Whitfield is waiting");
            assertThat(Duration.between(arrived, Instant.now())).isLessThan(Duration.ofSeconds(1));
            assertThat(clinician.last()).contains("\"count\":1", "/consultations/" + id, "\"rings\":true");

            attendance.admit(surgery.clinician(), id);
            heard(clinician, "\"count\":0");
            assertThat(clinician.last()).doesNotContain("Rosa");
        }
    }

    @Test
    void otherCliniciansSeeTheCountOnly() throws Exception {
        StaffMember other = cast.staff(surgery.practice(), "Dr", "Jo", "Marsh", Role.CLINICIAN);
        try (Listener listener = listen(other)) {
            story.waiting(surgery);
            heard(listener, "\"count\":1");
            assertThat(listener.data()).noneMatch(said -> said.contains("Rosa"));
        }
    }

    @Test
    void nothingIsHeardAcrossPractices() throws Exception {
        Surgery other = cast.surgery();
        try (Listener theirs = listen(other.receptionist());
                Listener ours = listen(surgery.receptionist())) {
            heard(theirs, "\"count\":0");
            story.waiting(surgery);
            heard(ours, "Rosa Whitfield is waiting");
            // whatever was rung by mistake has come by the time their own arrival has
            story.waiting(other);
            heard(theirs, "\"count\":1");
            assertThat(theirs.data().stream().filter(said -> said.contains("\"count\":2")))
                    .isEmpty();
            assertThat(theirs.data()).hasSizeLessThanOrEqualTo(3);
        }
    }

    @Test
    void aPageThatIsOpenOnTheConsultationRingsItself() throws Exception {
        ConsultationId id = story.waiting(surgery);
        try (Listener clinician = listen(surgery.clinician());
                Listener receptionist = listen(surgery.receptionist())) {
            heard(clinician, "\"rings\":true");
            Arrivals.arrive(
                    calls,
                    seats,
                    surgery.practice(),
                    story.look(surgery.practice(), id).clinicianSeat());
            heard(clinician, "\"rings\":false");
            assertThat(receptionist.last()).contains("\"rings\":true");
        }
    }

    @Test
    void nobodyListensWhoIsNotSignedInOrHasNoInbox() throws Exception {
        try (Listener stranger = Listener.open(address(), Map.of())) {
            assertThat(stranger.status()).isEqualTo(401);
        }
        try (Listener forged = Listener.open(
                address(), Map.of("__Host-staff", UUID.randomUUID().toString()))) {
            assertThat(forged.status()).isEqualTo(401);
        }
        try (Listener manager = listen(surgery.manager())) {
            assertThat(manager.status()).isEqualTo(403);
        }
    }

    @Test
    void listeningDoesNotKeepTheSessionAliveAndEndsWithIt() throws Exception {
        Browser browser = browser();
        browser.signIn(surgery.clinician());
        // a session that has been idle, as a page left open makes it
        superuser
                .sql(
                        "update spring_session set last_access_time = last_access_time - 600000 where principal_name = :who")
                .param("who", principal())
                .update();
        long before = lastUsed();
        try (Listener listener = Listener.open(address(), browser.cookies())) {
            heard(listener, "\"count\":0");
            ConsultationId id = story.waiting(surgery);
            heard(listener, "Rosa Whitfield is waiting");
            assertThat(lastUsed()).isEqualTo(before);

            superuser
                    .sql("update spring_session set expiry_time = 1, last_access_time = 1 where principal_name = :who")
                    .param("who", principal())
                    .update();
            attendance.admit(surgery.clinician(), id);
            eventually("the end", listener::ended);
            assertThat(listener.events().getLast()).isEqualTo("over");
            assertThat(listener.last()).isEqualTo("{}");
        }
    }

    @Test
    void signingOutEndsItAtOnce() throws Exception {
        Browser browser = browser();
        Page inbox = browser.signIn(surgery.receptionist());
        Map<String, String> cookies = Map.copyOf(browser.cookies());
        try (Listener listener = Listener.open(address(), cookies)) {
            heard(listener, "\"count\":0");
            browser.submit(inbox, "form[action=/sign-out]", Map.of());
            eventually("the end", listener::ended);
            assertThat(listener.events().getLast()).isEqualTo("over");
        }
    }

    @Test
    void whoeverWasToldByNameIsAudited() throws Exception {
        ConsultationId id = story.waiting(surgery);
        try (Listener receptionist = listen(surgery.receptionist())) {
            heard(receptionist, "Rosa Whitfield is waiting");
            List<UUID> told = superuser
                    .sql("""
                            select actor_id from audit_entry
                            where practice_id = :practice and action = 'waiting_room.arrival_told' and subject_id = :id
                            """)
                    .param("practice", surgery.practice().value())
                    .param("id", id.value())
                    .query(UUID.class)
                    .list();
            assertThat(told).containsExactly(surgery.receptionist().id().value());
        }
    }

    private void arrive(Surgery where, ConsultationId id) {
        Arrivals.arrive(
                calls, seats, where.practice(), story.look(where.practice(), id).patientSeat());
    }

    private Listener listen(StaffMember who) throws IOException, InterruptedException {
        Browser browser = browser();
        browser.signIn(who);
        return Listener.open(address(), browser.cookies());
    }

    private static void heard(Listener listener, String text) {
        eventually(text, () -> listener.last().contains(text));
    }

    private String principal() {
        return surgery.practice() + "/" + surgery.clinician().id();
    }

    private long lastUsed() {
        return superuser
                .sql("select last_access_time from spring_session where principal_name = :who")
                .param("who", principal())
                .query(Long.class)
                .single();
    }

    private String address() {
        return "http://localhost:" + port + "/arrivals";
    }
}
