package uk.anteroom.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.testing.Eventually.eventually;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import uk.anteroom.consultation.Attendance;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.conversation.Message;
import uk.anteroom.conversation.MessageId;
import uk.anteroom.conversation.MessageKind;
import uk.anteroom.conversation.Messages;
import uk.anteroom.desktop.ProgramKind;
import uk.anteroom.practice.Role;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.Closings;
import uk.anteroom.request.RequestId;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.Desk;
import uk.anteroom.testing.Fhircast;
import uk.anteroom.testing.Listener;
import uk.anteroom.testing.RawProgram;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** The toolbar hears of the same arrivals as the pages, and the pages hear whom the clinical system opens. */
class ToolbarNewsTest extends RunningService {

    @Autowired
    Cast cast;

    @Autowired
    Desk desk;

    @Autowired
    Story story;

    @Autowired
    Attendance attendance;

    @Autowired
    Closings closings;

    @Autowired
    Messages messages;

    final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());

    Surgery surgery;

    @BeforeEach
    void open() {
        surgery = cast.surgery();
    }

    @Test
    void replyOfAPatientIsCountedUntilSomebodyHasReadIt() throws Exception {
        try (Listener toolbar = listen(surgery.clinician())) {
            heard(toolbar, "\"replies\":0");
            MessageId asked = story.wrote(surgery, surgery.rosa(), MessageKind.REPLY_REQUIRED, "How is the rash?");
            story.replied(surgery, surgery.rosa(), asked, "Better");
            heard(toolbar, "\"replies\":1");
            assertThat(toolbar.last()).doesNotContain("Better", "Rosa");
            Message reply = messages.unread(surgery.clinician()).getFirst();
            messages.read(surgery.receptionist(), surgery.rosa().id(), reply.id());
            heard(toolbar, "\"replies\":0");
        }
    }

    @Test
    void clinicianHearsWhoWaitsAndHowManyRequestsAreOpen() throws Exception {
        try (Listener toolbar = listen(surgery.clinician())) {
            heard(toolbar, "\"requests\":0");
            assertThat(toolbar.events()).containsOnly("news");
            RequestId request = cast.request(surgery.practice(), surgery.rosa().id());
            heard(toolbar, "\"requests\":1");
            ConsultationId id = story.waiting(surgery);
            heard(toolbar, "Rosa Whitfield");
            JsonNode one =
                    RawProgram.JSON.readTree(toolbar.last()).path("waiting").path(0);
            assertThat(one.path("consultation").asString()).isEqualTo(id.toString());
            assertThat(one.path("attended").isBoolean()).isTrue();
            assertThat(Instant.parse(one.path("since").asString())).isBefore(Instant.now());
            assertThat(RawProgram.JSON.readTree(toolbar.last()).path("count").asInt())
                    .isEqualTo(1);
            attendance.admit(surgery.clinician(), id);
            heard(toolbar, "\"waiting\":[]");
            closings.complete(surgery.clinician(), request);
            // the story has made a request of its own
            heard(toolbar, "\"requests\":1");
        }
    }

    @Test
    void otherCliniciansHearTheCountOnlyAndOtherPracticesNothing() throws Exception {
        StaffMember colleague = cast.staff(surgery.practice(), "Dr", "Jo", "Marsh", Role.CLINICIAN);
        Surgery other = cast.surgery();
        try (Listener theirs = listen(colleague);
                Listener elsewhere = listen(other.clinician())) {
            heard(elsewhere, "\"count\":0");
            story.waiting(surgery);
            heard(theirs, "\"count\":1");
            assertThat(theirs.data()).noneMatch(said -> said.contains("Rosa"));
            story.waiting(other);
            heard(elsewhere, "\"count\":1");
            assertThat(elsewhere.data()).noneMatch(said -> said.contains("\"count\":2"));
        }
    }

    @Test
    void newsEndWithTheToken() throws Exception {
        String token = desk.token(surgery.clinician(), ProgramKind.TOOLBAR);
        try (Listener toolbar = listen(token)) {
            heard(toolbar, "\"count\":0");
            new RawProgram(port, token).delete("/toolbar/session");
            eventually("the end", toolbar::ended);
        }
        StaffMember by = surgery.receptionist();
        try (Listener toolbar = listen(by)) {
            heard(toolbar, "\"count\":0");
            superuser
                    .sql("update staff_member set left_at = clock_timestamp() where staff_id = :id")
                    .param("id", by.id().value())
                    .update();
            story.waiting(surgery);
            eventually("the end", toolbar::ended);
            assertThat(toolbar.data()).noneMatch(said -> said.contains("Rosa"));
        }
    }

    @Test
    void whoeverIsToldByNameIsAudited() throws Exception {
        try (Listener toolbar = listen(surgery.receptionist())) {
            heard(toolbar, "\"count\":0");
            ConsultationId id = story.waiting(surgery);
            heard(toolbar, "Rosa Whitfield");
            assertThat(superuser
                            .sql("""
                                    select count(*) from audit_entry
                                    where actor_id = :staff and action = 'waiting_room.arrival_told' and subject_id = :id
                                    """)
                            .param("staff", surgery.receptionist().id().value())
                            .param("id", id.value())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @Test
    void pagesHearWithinASecondWhomTheClinicalSystemOpensAndShowIt() throws Exception {
        Browser browser = browser();
        browser.signIn(surgery.clinician());
        String page = "/patients/" + surgery.rosa().id();
        assertThat(browser.open(page).html().select("#record-check").text()).isEmpty();
        RawProgram clinicalSystem = desk.clinicalSystem(port, surgery.clinician());
        try (Listener pages = Listener.open("http://localhost:" + port + "/arrivals", browser.cookies())) {
            heard(pages, "\"loaded\":\"\"");
            var grace = cast.patient(surgery.practice(), "Grace", "Lin", "2001-11-30", null, "+447700900345");
            for (var step : List.of(
                    new String[] {
                        Fhircast.open(clinicalSystem.topic(), "1", Instant.now(), surgery.rosa()),
                        "\"loaded\":\"1\"",
                        "Same patient open in the clinical system"
                    },
                    new String[] {
                        Fhircast.open(clinicalSystem.topic(), "2", Instant.now(), grace),
                        "\"loaded\":\"2\"",
                        "Grace Lin is open in the clinical system"
                    },
                    new String[] {
                        Fhircast.close(clinicalSystem.topic(), "3", Instant.now(), grace),
                        "\"loaded\":\"nobody\"",
                        "No patient open in the clinical system"
                    },
                    new String[] {
                        Fhircast.event(
                                clinicalSystem.topic(),
                                "4",
                                Instant.now().toString(),
                                "Patient-open",
                                Fhircast.patient("9", "9990000018", "Ada", "<b>Stranger", "1950-01-01")),
                        "\"loaded\":\"4\"",
                        "Another patient is open in the clinical system"
                    })) {
                assertThat(clinicalSystem.event(step[0]).statusCode()).isEqualTo(202);
                heard(pages, step[1]);
                assertThat(browser.open(page + "/record-check")
                                .html()
                                .select("#record-check")
                                .text())
                        .isEqualTo(step[2]);
                assertThat(browser.open(page).html().select("#record-check").text())
                        .isEqualTo(step[2]);
            }
        }
    }

    private Listener listen(StaffMember by) throws Exception {
        return listen(desk.token(by, ProgramKind.TOOLBAR));
    }

    private Listener listen(String token) throws Exception {
        return Listener.withToken("http://localhost:" + port + "/toolbar/news", token);
    }

    private static void heard(Listener listener, String text) {
        eventually(text, () -> listener.last().contains(text));
    }
}
