package uk.anteroom.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.anteroom.testing.Eventually.eventually;
import static uk.anteroom.testing.Together.together;

import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.alert.AlertKind;
import uk.anteroom.alert.AlertRule;
import uk.anteroom.alert.AlertRules;
import uk.anteroom.alert.Audience;
import uk.anteroom.conversation.MessageId;
import uk.anteroom.conversation.MessageKind;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.NewRequest;
import uk.anteroom.request.PatientRequest.Kind;
import uk.anteroom.request.PatientRequest.Urgency;
import uk.anteroom.request.RequestId;
import uk.anteroom.request.Requests;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** Staff are told by email that something came in, as the practice has chosen, and never of whom. */
class AlertTest extends RunningService {

    @Autowired
    Cast cast;

    @Autowired
    Story story;

    @Autowired
    AlertRules rules;

    @Autowired
    Requests requests;

    @Autowired
    PracticeTransactions transactions;

    final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());

    Surgery surgery;

    @BeforeEach
    void open() {
        surgery = cast.surgery();
        story.onDuty(surgery, 7);
    }

    @Test
    void anEmergencyIsToldToTheDutyListByAnEmailThatNamesNobodyAndLeadsToIt() throws Exception {
        RequestId id = comes(Urgency.EMERGENCY);

        eventually("the email", () -> !mails(surgery.receptionist()).isEmpty());
        MimeMessage mail = mails(surgery.receptionist()).getFirst();
        assertThat(mail.getSubject()).isEqualTo("A request that may be an emergency has come in at Test Surgery");
        assertThat(Parts.text(mail))
                .contains("http://localhost:8080/requests/" + id, "Open the request")
                .doesNotContain("Rosa", "Whitfield", "chest", "tight", "??");
        assertThat(mails(surgery.clinician())).isEmpty();
        assertThat(acts()).containsOnlyOnce("staff.alerted");

        Browser receptionist = browser();
        Page asked = receptionist.open("/requests/" + id);
        Page there = receptionist.submit(
                asked,
                "form[action=/sign-in]",
                Map.of("email", Cast.signInName(surgery.receptionist().id()), "password", Cast.PASSWORD));
        assertThat(there.path()).isEqualTo("/requests/" + id);
        eventually(
                "it stands in the history",
                () -> receptionist
                        .open("/requests/" + id + "?history")
                        .text()
                        .contains("Sam Whitlock was told by email"));
    }

    @Test
    void nobodyIsToldOfTheRestUnlessAManagerSaysSo() {
        comes(Urgency.URGENT);
        comes(Urgency.ROUTINE);
        replies("Better");
        assertThat(noted()).isZero();

        choose(AlertKind.URGENT, surgery.clinician());
        comes(Urgency.ROUTINE);
        comes(Urgency.URGENT);
        assertThat(noted()).isOne();
        eventually(
                "the email",
                () -> subjects(surgery.clinician()).equals(List.of("An urgent request has come in at Test Surgery")));
        assertThat(mails(surgery.receptionist())).isEmpty();

        rules.set(surgery.manager(), AlertKind.EMERGENCY, new AlertRule(Audience.NOBODY, Set.of()));
        comes(Urgency.EMERGENCY);
        assertThat(noted()).isOne();
    }

    @Test
    void aReplyIsToldWithoutItsWordsAndLeadsToTheInbox() throws Exception {
        choose(AlertKind.REPLY, surgery.clinician());
        replies("The rash is better");

        eventually("the email", () -> !mails(surgery.clinician()).isEmpty());
        MimeMessage mail = mails(surgery.clinician()).getFirst();
        assertThat(mail.getSubject()).isEqualTo("A patient of Test Surgery has replied to a message");
        assertThat(Parts.text(mail))
                .containsPattern("http://localhost:8080/requests\\s")
                .doesNotContain("rash", "Rosa", "??");
    }

    @Test
    void whatComesInSoonAfterwardsIsToldInOneEmailLater() throws Exception {
        comes(Urgency.EMERGENCY);
        eventually("the first email", () -> mails(surgery.receptionist()).size() == 1);
        comes(Urgency.EMERGENCY);
        comes(Urgency.EMERGENCY);
        eventually("their jobs wait", () -> jobsLater() == 2);
        assertThat(mails(surgery.receptionist())).hasSize(1);

        fiveMinutesPass();

        eventually("the second email", () -> mails(surgery.receptionist()).size() == 2);
        eventually("no job is left", () -> jobs() == 0);
        assertThat(subjects(surgery.receptionist()))
                .contains("2 requests that may be emergencies have come in at Test Surgery");
        assertThat(mails(surgery.receptionist())).hasSize(2);
        assertThat(untold()).isZero();
    }

    @Test
    void ofManyThatComeAtTheSameMomentNoneIsLostAndTwoEmailsTellThemAll() {
        together(12, n -> comes(Urgency.EMERGENCY));
        assertThat(noted()).isEqualTo(12);
        eventually("the first email", () -> mails(surgery.receptionist()).size() == 1);
        eventually("the others wait or were told", () -> jobsLater() == jobs());
        assertThat(emails()).isOne();

        fiveMinutesPass();

        eventually("all were told", () -> untold() == 0 && jobs() == 0);
        assertThat(emails()).isLessThanOrEqualTo(2);
    }

    @Test
    void aRequestThatComesTwiceIsToldOnceAndOneThatIsTakenBackIsNot() {
        RequestId id = comes(Urgency.EMERGENCY);
        requests.receive(surgery.practice(), request(id, Urgency.EMERGENCY));
        assertThat(noted()).isOne();

        assertThatThrownBy(() -> transactions.in(surgery.practice(), (Runnable) () -> {
                    comes(Urgency.EMERGENCY);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(noted()).isOne();
    }

    @Test
    void whoHasLeftIsToldNothing() {
        choose(AlertKind.EMERGENCY, surgery.clinician(), surgery.receptionist());
        superuser
                .sql("update staff_member set left_at = now() where staff_id = :id")
                .param("id", surgery.clinician().id().value())
                .update();
        comes(Urgency.EMERGENCY);
        assertThat(noted()).isOne();
        eventually("the email", () -> mails(surgery.receptionist()).size() == 1);
        assertThat(mails(surgery.clinician())).isEmpty();
    }

    @Test
    void aPracticeManagerChoosesAndItIsAuditedOnce() {
        Browser manager = browser();
        manager.signIn(surgery.manager());
        Page settings = manager.open("/settings");
        assertThat(chosen(settings, "emergency")).isEqualTo("ON_DUTY");
        assertThat(chosen(settings, "urgent")).isEqualTo("NOBODY");
        assertThat(chosen(settings, "reply")).isEqualTo("NOBODY");
        // who is only practice manager has no inbox to look into
        assertThat(settings.html().select("#urgent-" + surgery.manager().id())).isEmpty();

        Page refused = manager.submit(settings, form("urgent"), Map.of("told-urgent", "CHOSEN"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select("#told-urgent-error").text()).contains("Choose one person or more");
        assertThat(refused.html().select(form("urgent") + " details[open]")).hasSize(1);
        assertThat(refused.html().select(".nhsuk-error-message")).hasSize(1);

        String box = "urgent-" + surgery.clinician().id();
        for (int i = 0; i < 2; i++) {
            Page saved = manager.submit(
                    manager.open("/settings"), form("urgent"), Map.of("told-urgent", "CHOSEN", box, "true"));
            assertThat(saved.path()).isEqualTo("/settings?saved");
            assertThat(saved.html().select("#" + box + "[checked]")).hasSize(1);
        }
        assertThat(acts()).containsOnlyOnce("practice.alert_urgent_changed");
        assertThat(rules.of(surgery.practice(), AlertKind.URGENT))
                .isEqualTo(new AlertRule(
                        Audience.CHOSEN, Set.of(surgery.clinician().id())));
        assertThat(rules.of(cast.surgery().practice(), AlertKind.URGENT))
                .isEqualTo(new AlertRule(Audience.NOBODY, Set.of()));
    }

    @Test
    void nobodyElseChoosesAndNothingElseCanBeChosen() {
        for (StaffMember other : List.of(surgery.clinician(), surgery.receptionist())) {
            Browser theirs = browser();
            String token = Browser.token(theirs.signIn(other));
            assertThat(theirs.post("/settings/alerts/urgent", Map.of("told-urgent", "ON_DUTY", "_csrf", token))
                            .status())
                    .isEqualTo(403);
        }
        Browser manager = browser();
        manager.signIn(surgery.manager());
        String token = Browser.token(manager.open("/settings"));
        assertThat(manager.post("/settings/alerts/lunch", Map.of("told-lunch", "ON_DUTY", "_csrf", token))
                        .status())
                .isEqualTo(404);
        assertThat(manager.post("/settings/alerts/urgent", Map.of("told-urgent", "EVERYBODY", "_csrf", token))
                        .status())
                .isEqualTo(404);
        assertThat(rules.of(surgery.practice(), AlertKind.URGENT).told()).isEqualTo(Audience.NOBODY);
    }

    @Test
    void anEmptyDutyListIsSaidWhereItTellsNobody() {
        Surgery other = cast.surgery();
        Browser manager = browser();
        manager.signIn(other.manager());
        assertThat(manager.open("/settings")
                        .html()
                        .select("#told-emergency-hint")
                        .text())
                .contains("Nobody is on the duty list");
        story.onDuty(other, 5);
        assertThat(manager.open("/settings").html().select("#told-emergency-hint"))
                .isEmpty();
    }

    private RequestId comes(Urgency urgency) {
        RequestId id = new RequestId(UUID.randomUUID());
        requests.receive(surgery.practice(), request(id, urgency));
        return id;
    }

    private NewRequest request(RequestId id, Urgency urgency) {
        return new NewRequest(
                id, surgery.rosa().id(), null, Kind.MEDICAL, urgency, "My chest is tight", "Since this morning.");
    }

    private void replies(String text) {
        MessageId asked = story.wrote(surgery, surgery.rosa(), MessageKind.REPLY_REQUIRED, "How is it?");
        story.replied(surgery, surgery.rosa(), asked, text);
    }

    private void choose(AlertKind kind, StaffMember... chosen) {
        rules.set(
                surgery.manager(),
                kind,
                new AlertRule(
                        Audience.CHOSEN,
                        Set.copyOf(Arrays.stream(chosen).map(StaffMember::id).toList())));
    }

    private void fiveMinutesPass() {
        superuser
                .sql("update alert_turn set told_at = told_at - interval '5 minutes' where practice_id = :practice")
                .param("practice", surgery.practice().value())
                .update();
        superuser
                .sql(
                        "update scheduled_tasks set execution_time = now() where task_name = 'alert' and task_instance >= :first and task_instance < :last")
                .param("first", surgery.practice() + "/")
                .param("last", surgery.practice() + "0")
                .update();
    }

    private int jobs() {
        return jobs("");
    }

    private int jobsLater() {
        return jobs(" and not picked and execution_time > now() + interval '4 minutes'");
    }

    private int jobs(String which) {
        return superuser
                .sql(
                        "select count(*) from scheduled_tasks where task_name = 'alert' and task_instance >= :first and task_instance < :last"
                                + which)
                .param("first", surgery.practice() + "/")
                .param("last", surgery.practice() + "0")
                .query(Integer.class)
                .single();
    }

    private int noted() {
        return count("select count(*) from alert where practice_id = :practice");
    }

    private int untold() {
        return count("select count(*) from alert where practice_id = :practice and told_with is null");
    }

    private int emails() {
        return count("select count(*) from letter where practice_id = :practice and occasion = 'alert'");
    }

    private int count(String sql) {
        return superuser
                .sql(sql)
                .param("practice", surgery.practice().value())
                .query(Integer.class)
                .single();
    }

    private List<String> acts() {
        return superuser
                .sql("select action from audit_entry where practice_id = :practice order by entry_id")
                .param("practice", surgery.practice().value())
                .query(String.class)
                .list();
    }

    private static String form(String kind) {
        return "form[action=/settings/alerts/" + kind + "]";
    }

    private static String chosen(Page page, String kind) {
        return page.html().select("#told-" + kind + " option[selected]").attr("value");
    }

    private List<String> subjects(StaffMember to) {
        return mails(to).stream()
                .map(mail -> {
                    try {
                        return mail.getSubject();
                    } catch (jakarta.mail.MessagingException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    private List<MimeMessage> mails(StaffMember to) {
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(mail -> Parts.isTo(mail, Cast.signInName(to.id())))
                .toList();
    }
}
