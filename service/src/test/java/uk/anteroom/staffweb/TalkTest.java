package uk.anteroom.staffweb;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.testing.Eventually.eventually;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.consultation.Attendance;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.invitation.Invitations;
import uk.anteroom.invitation.Sending;
import uk.anteroom.practice.Role;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** Whether a patient can talk freely reaches one person. And whoever must leave leaves nothing behind. */
@ExtendWith(OutputCaptureExtension.class)
class TalkTest extends RunningService {

    @Autowired
    Cast cast;

    @Autowired
    Invitations invitations;

    @Autowired
    Attendance attendance;

    private final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());

    Surgery surgery;
    ConsultationId consultation;
    String link;
    Browser phone;

    @BeforeEach
    void arrived() {
        surgery = cast.surgery();
        Sending.Sent sent = (Sending.Sent) invitations.send(
                surgery.clinician(),
                surgery.rosa(),
                surgery.clinician().id(),
                null,
                surgery.rosa().email(),
                false,
                UUID.randomUUID());
        consultation = sent.consultation();
        link = invitations
                .link(surgery.clinician(), sent.invitation())
                .orElseThrow()
                .getPath();
        phone = browser();
        confirm();
    }

    private Page confirm() {
        return phone.submit(
                phone.open(link),
                "form[action$=/identity]",
                Map.of("day", "14", "month", "3", "year", "1957", "consent", "true"));
    }

    private Page answer(String word) {
        return phone.post("/visit/talk", Map.of("answer", word, "_csrf", Browser.token(phone.open("/visit"))));
    }

    private Page seenBy(StaffMember who) {
        Browser window = browser();
        window.signIn(who);
        return window.open("/consultations/" + consultation + "/talk");
    }

    @Test
    void answerIsShownToTheClinicianWhoHoldsTheConsultationAndToNobodyElse() {
        assertThat(seenBy(surgery.clinician()).status()).as("before an answer").isEqualTo(404);
        assertThat(answer("NO").status()).isEqualTo(204);

        StaffMember colleague = cast.staff(surgery.practice(), "Dr", "Bea", "Colleague", Role.CLINICIAN);
        Surgery other = cast.surgery();
        assertThat(seenBy(surgery.clinician()).response().body()).isEqualTo("{\"free\":\"no\"}");
        for (StaffMember stranger : List.of(colleague, surgery.receptionist(), surgery.manager(), other.clinician())) {
            Page page = seenBy(stranger);
            assertThat(page.status()).as(stranger.name()).isEqualTo(404);
            assertThat(page.response().body()).doesNotContain("free");
        }
    }

    @Test
    void answerGoesWithTheConsultationToWhoTakesItOver() {
        answer("NO");
        StaffMember colleague = cast.staff(surgery.practice(), "Dr", "Bea", "Colleague", Role.CLINICIAN);

        attendance.takeOver(colleague, consultation);

        assertThat(seenBy(colleague).response().body()).contains("no");
        assertThat(seenBy(surgery.clinician()).status()).isEqualTo(404);
    }

    @Test
    void laterAnswerReplacesTheOneBeforeAndNonsenseIsRefused() {
        answer("NO");
        answer("YES");
        assertThat(seenBy(surgery.clinician()).response().body()).contains("yes");
        assertThat(answer("PERHAPS").status()).isBetween(400, 499);
        assertThat(seenBy(surgery.clinician()).response().body()).contains("yes");
    }

    @Test
    void noOtherPageAndNoLogAndNoAuditHoldsTheAnswer(CapturedOutput output) {
        // the letter leaves on its own, and the pages say so
        eventually("the letter has left", () -> pages().contains("Sent, done"));
        String before = pages();
        answer("NO");

        assertThat(pages()).as("what the pages show").isEqualTo(before);
        assertThat(phone.open("/visit").html().select("[data-talk-question] button"))
                .as("the patient's own page asks, and tells nothing")
                .hasSize(3);
        List<String> audited = superuser
                .sql(
                        "select audit_entry::text from audit_entry where practice_id = :practice and action = 'talk.answered'")
                .param("practice", surgery.practice().value())
                .query(String.class)
                .list();
        assertThat(audited).hasSize(1).allMatch(entry -> !entry.matches("(?s).*\\b(NO|YES|SKIPPED)\\b.*"));
        assertThat(output.getAll().lines().filter(line -> line.contains(consultation.toString())))
                .isNotEmpty()
                .noneMatch(line -> line.matches(".*\\b(NO|YES|SKIPPED|free)\\b.*"));
    }

    /** What anybody at the practice can open of this consultation, in words. */
    private String pages() {
        StringBuilder text = new StringBuilder();
        for (StaffMember who : List.of(surgery.clinician(), surgery.receptionist())) {
            Browser window = browser();
            window.signIn(who);
            for (String path : List.of("", "/progress")) {
                text.append(window.open("/consultations/" + consultation + path).text());
            }
        }
        return text.toString().replaceAll("\\d\\d:\\d\\d", "");
    }

    @Test
    void whoLeavesAtOnceIsForgottenAndComesBackByTheLink() {
        Page room = phone.open("/visit");
        String key = phone.cookies().get("__Host-place");
        assertThat(room.html().select("#visit").attr("data-neutral")).isEqualTo("https://www.bbc.co.uk/weather");

        assertThat(phone.post("/visit/exit", Map.of("_csrf", Browser.token(room)))
                        .status())
                .isEqualTo(204);

        assertThat(phone.cookies()).doesNotContainKey("__Host-place");
        phone.cookies().put("__Host-place", key);
        assertThat(phone.open("/visit").status()).as("even with the old key").isEqualTo(404);
        phone.cookies().remove("__Host-place");
        assertThat(phone.open(link).text()).contains("Your date of birth");
        assertThat(confirm().text()).contains("You are in the waiting room");
    }

    @Test
    void deviceThatWasForgottenSaysNothingAnyMore() {
        String token = Browser.token(phone.open("/visit"));
        phone.post("/visit/exit", Map.of("_csrf", token));
        assertThat(phone.post("/visit/talk", Map.of("answer", "NO", "_csrf", token))
                        .status())
                .isEqualTo(410);
        assertThat(phone.post("/visit/handover", Map.of("_csrf", token)).status())
                .isEqualTo(404);
    }
}
