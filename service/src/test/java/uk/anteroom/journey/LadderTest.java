package uk.anteroom.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.testing.Eventually.eventually;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.invitation.IdentityChecks;
import uk.anteroom.invitation.Sending;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.Patients;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;
import uk.anteroom.testing.TextMessages;

/** How far each invitation has come, and what is best done next. */
class LadderTest extends RunningService {

    @Autowired
    Cast cast;

    @Autowired
    Story story;

    @Autowired
    IdentityChecks checks;

    @Autowired
    Patients patients;

    @Autowired
    TextMessages texts;

    final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());

    Surgery surgery;
    Browser staff;

    @BeforeEach
    void open() {
        surgery = cast.surgery();
        staff = browser();
        staff.signIn(surgery.clinician());
    }

    @Test
    void hasEightStepsOfWhichTheLastIsAdmitted() {
        ConsultationId id = story.live(surgery);
        eventually("the letter has left", () -> progress(id).text().contains("Sent, done"));
        Page page = progress(id);
        assertThat(page.html().select(".a-ladder b").eachText())
                .containsExactly(
                        "Queued, done",
                        "Sent, done",
                        "Delivered, not yet",
                        "Opened, done",
                        "Identity confirmed, done",
                        "Devices ready, done",
                        "Waiting, done",
                        "Admitted, done");
    }

    @Test
    void anEmailThatNobodyOpensOffersATextInOnePress() {
        Sending.Sent sent = invited(surgery.rosa(), surgery.rosa().email());
        assertThat(progress(sent.consultation()).html().select("form[action$=/other-channel]"))
                .isEmpty();
        sentLongAgo(sent);
        Page page = progress(sent.consultation());
        assertThat(page.html().select(".a-ladder__more").text())
                .isEqualTo("Many people see a text message sooner. Send as SMS too");

        Page after = staff.submit(page, "form[action$=/other-channel]", Map.of());
        staff.submit(page, "form[action$=/other-channel]", Map.of());

        assertThat(after.path()).isEqualTo("/consultations/" + sent.consultation());
        assertThat(after.html().select("#invitation-0 + span").text()).contains("SMS to 07700 900123");
        assertThat(after.html().select("details.a-earlier")).hasSize(1);
        assertThat(after.html().select("details.a-earlier summary").text())
                .contains("Email to rosa@mail.example", "Sent");
        assertThat(after.html().select("details.a-earlier .a-ladder li")).hasSize(8);
        // nobody is asked to send what went that way already
        assertThat(after.html().select("form[action$=/other-channel]")).isEmpty();
    }

    @Test
    void aTextThatThePhoneDoesNotTakeSaysSoUntilTheLinkIsOpened() {
        Sending.Sent sent = invited(surgery.rosa(), surgery.rosa().mobile());
        assertThat(progress(sent.consultation()).text()).doesNotContain("The phone has not taken it yet");
        sentLongAgo(sent);
        assertThat(progress(sent.consultation()).text()).contains("The phone has not taken it yet: it may be off.");
        superuser
                .sql("update invitation set opened_at = clock_timestamp() where invitation_id = :id")
                .param("id", sent.invitation().value())
                .update();
        assertThat(progress(sent.consultation()).text()).doesNotContain("The phone has not taken it yet");
    }

    @Test
    void withoutSuchAContactOnTheListTheButtonLeadsToTheForm() {
        Patient walter = cast.patient(surgery.practice(), "Walter", "Hughes", "1939-01-09", "w@mail.example", null);
        Sending.Sent sent = invited(walter, walter.email());
        sentLongAgo(sent);
        assertThat(progress(sent.consultation())
                        .html()
                        .select(".a-ladder__more a")
                        .attr("href"))
                .isEqualTo("/patients/" + walter.id() + "?video");
        Patient grace = cast.patientWhoOptedOutOfSms(surgery.practice());
        Sending.Sent optedOut = invited(grace, grace.email());
        sentLongAgo(optedOut);
        assertThat(progress(optedOut.consultation())
                        .html()
                        .select(".a-ladder__more a")
                        .attr("href"))
                .isEqualTo("/patients/" + grace.id() + "?video");
    }

    @Test
    void aWrongAddressIsFixedRightThereAndForThisInvitationOnly() {
        Sending.Sent sent = invited(surgery.rosa(), surgery.rosa().email());
        refusedForGood(sent);
        Page page = progress(sent.consultation());
        assertThat(page.html().select(".is-bad").text())
                .contains("Delivered", "this mailbox does not exist", "Fix address");

        Page wrong = staff.submit(page, "form[action$=/correction]", Map.of("to-" + sent.invitation(), "rosa at home"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html().select("#to-" + sent.invitation() + "-error").text())
                .contains("Enter an email address like name@example.com");
        assertThat(wrong.html().select("#to-" + sent.invitation()).attr("value"))
                .isEqualTo("rosa at home");
        Page after = staff.submit(
                page, "form[action$=/correction]", Map.of("to-" + sent.invitation(), "rosa.w@other.example"));

        assertThat(after.html().select("#invitation-0 + span").text())
                .contains("Email to rosa.w@other.example, for this invitation only");
        assertThat(patients.find(surgery.practice(), surgery.rosa().id())
                        .orElseThrow()
                        .email())
                .isEqualTo(new EmailAddress("rosa@mail.example"));
    }

    @Test
    void aWrongNumberIsFixedRightThere() {
        MobileNumber wrong = new MobileNumber("+447700900201");
        Sending.Sent sent = invited(surgery.rosa(), wrong);
        refusedForGood(sent);
        Page page = progress(sent.consultation());
        assertThat(page.html().select(".is-bad").text()).contains("wrong number", "Fix number");
        staff.submit(page, "form[action$=/correction]", Map.of("to-" + sent.invitation(), "07700 900202"));
        eventually("the text", () -> !texts.to("07700 900202").isEmpty());
    }

    @Test
    void aLockedLinkIsReplacedInOnePress() {
        Sending.Sent sent = invited(surgery.rosa(), new MobileNumber("+447700900203"));
        var token = story.token(surgery, sent);
        eventually("the text", () -> texts.to("07700 900203").size() == 1);
        superuser
                .sql("update invitation set attempts_left = 1 where practice_id = :practice and invitation_id = :id")
                .param("practice", surgery.practice().value())
                .param("id", sent.invitation().value())
                .update();
        checks.byBirth(token, new DateOfBirth(surgery.rosa().born().value().plusDays(1)), "192.0.2.7");
        Page page = progress(sent.consultation());
        assertThat(page.html().select(".is-bad").text())
                .contains("Identity confirmed", "Closed after 5 wrong dates of birth", "Send a new invitation");

        Page after = staff.submit(page, "form[action$=/renewal]", Map.of());
        staff.submit(page, "form[action$=/renewal]", Map.of());

        eventually("the text", () -> texts.to("07700 900203").size() == 2);
        assertThat(texts.to("07700 900203").getLast().text()).doesNotContain(token.value());
        assertThat(after.html().select("details.a-earlier summary").text())
                .contains("Closed after 5 wrong dates of birth");
    }

    @Test
    void anotherPracticesInvitationIsNotFound() {
        Sending.Sent sent = invited(surgery.rosa(), surgery.rosa().email());
        Surgery other = cast.surgery();
        Browser theirs = browser();
        Page page = theirs.signIn(other.clinician());
        String href = "/consultations/" + sent.consultation() + "/invitations/" + sent.invitation();
        for (String act : List.of("/other-channel", "/renewal", "/correction")) {
            Map<String, String> fields =
                    Map.of("formKey", "a0000000-0000-4000-8000-000000000001", "_csrf", Browser.token(page));
            assertThat(theirs.post(href + act, fields).status()).as(act).isEqualTo(404);
        }
    }

    private Sending.Sent invited(Patient patient, ContactPoint to) {
        Sending.Sent sent = story.invited(surgery, patient, to);
        eventually("the letter", () -> letters(sent, "state = 'SENT'") == 1);
        return sent;
    }

    private Page progress(ConsultationId id) {
        return staff.open("/consultations/" + id + "/progress");
    }

    private int letters(Sending.Sent sent, String which) {
        return superuser
                .sql("select count(*) from letter where practice_id = :practice and subject_id = :id and " + which)
                .param("practice", surgery.practice().value())
                .param("id", sent.invitation().value())
                .query(Integer.class)
                .single();
    }

    private void sentLongAgo(Sending.Sent sent) {
        change(sent, "sent_at = sent_at - interval '4 minutes'");
    }

    private void refusedForGood(Sending.Sent sent) {
        change(sent, "state = 'FAILED', problem = 'UNKNOWN_ADDRESS'");
    }

    private void change(Sending.Sent sent, String what) {
        superuser
                .sql("update letter set " + what + " where practice_id = :practice and subject_id = :id")
                .param("practice", surgery.practice().value())
                .param("id", sent.invitation().value())
                .update();
    }
}
