package uk.anteroom.accountweb;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.testing.Eventually.eventually;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.conversation.ConversationVisit;
import uk.anteroom.conversation.ConversationVisits;
import uk.anteroom.conversation.MessageId;
import uk.anteroom.conversation.MessageKind;
import uk.anteroom.conversation.MessageText;
import uk.anteroom.conversation.Messages;
import uk.anteroom.conversation.Posting;
import uk.anteroom.conversation.Replying;
import uk.anteroom.intake.Intakes;
import uk.anteroom.intake.Sending;
import uk.anteroom.intake.Step;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.PracticeSecret;
import uk.anteroom.request.PatientRequest;
import uk.anteroom.request.Requests;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Stranger;
import uk.anteroom.testing.TestDatabase;

/** What a carer writes is written in their own name, and only while the practice lets them. */
class CarerWritesTest extends CarerPages {

    private static final String REPLY = "form[action=/account/messages]";

    @Autowired
    Messages messages;

    @Autowired
    ConversationVisits conversations;

    @Autowired
    Consultations consultations;

    @Autowired
    Requests requests;

    @Autowired
    Intakes intakes;

    MessageId asked;

    @BeforeEach
    void write() {
        Posting posting = messages.send(
                surgery.clinician(),
                rosa.id(),
                MessageKind.REPLY_REQUIRED,
                new MessageText("How is the rash?"),
                List.of(),
                rosa.email(),
                false,
                UUID.randomUUID());
        asked = ((Posting.Sent) posting).message();
    }

    private void actsFor(boolean write) {
        ask(rosa);
        decide(true, write);
        act();
    }

    private Page end() {
        return staff.submit(staff.open("/patients/" + rosa.id()), "form[action*=/carers/][action$=/end]", Map.of());
    }

    private ConversationVisit ada() {
        return new ConversationVisit(practices.get(surgery.practice()), rosa.id(), ada.id());
    }

    private Replying reply(String text) {
        return conversations.reply(ada(), asked, new MessageText(text), List.of(), UUID.randomUUID());
    }

    @Test
    void whoMayReadDoesNotWrite() {
        actsFor(false);
        assertThat(staff.open("/patients/" + rosa.id()).text()).contains("May read.");
        Page read = browser.open("/account/messages");
        assertThat(read.text()).contains("How is the rash?");
        assertThat(read.html().select(REPLY)).isEmpty();
        String csrf = read.html().selectFirst("input[name=_csrf]").attr("value");
        Map<String, String> typed = Map.of(
                "_csrf",
                csrf,
                "text",
                "Better",
                "answered",
                asked.toString(),
                "formKey",
                UUID.randomUUID().toString());
        assertThat(browser.post("/account/messages", typed).status()).isEqualTo(404);
        assertThat(browser.post("/account/messages/draft", Map.of("_csrf", csrf, "text", "Bet"))
                        .status())
                .isEqualTo(404);
        assertThat(browser.post("/account/messages/files", Map.of("_csrf", csrf, "name", "a.jpg", "size", "10"))
                        .status())
                .isEqualTo(404);
        assertThat(browser.post("/account/preferences", Map.of("_csrf", csrf)).status())
                .isEqualTo(404);
        assertThat(browser.open("/account").text()).doesNotContain("Ask for something");
        assertThat(browser.open("/p/" + code).text()).doesNotContain("You write for");
        assertThat(reply("Better")).isEqualTo(Replying.NOT_ALLOWED);
        assertThat(count("message where direction = 'PATIENT'")).isZero();
        assertThat(count("message_draft where true")).isZero();
    }

    @Test
    void whatACarerAnswersSaysWhoItWas() {
        actsFor(true);
        Page read = browser.open("/account/messages");
        assertThat(read.text()).contains("You write for Rosa Whitfield.");
        Page sent = browser.submit(read, REPLY, Map.of("text", "It is better."));
        assertThat(sent.html().select("#talk b").eachText()).contains("You");
        Page inbox = staff.open("/patients/" + rosa.id() + "?message");
        assertThat(inbox.html().select("#conversation").text())
                .contains(
                        "Ada Jane Quill, for Rosa Whitfield",
                        "By a carer (daughter), not by Rosa Whitfield",
                        "It is better.");
        assertThat(rosas().open("/account/messages").html().select("#talk b").eachText())
                .contains("Ada Jane Quill, for you")
                .doesNotContain("You");
        assertThat(actors("message.replied")).containsExactly(ada.id().value());
        assertThat(actors("message.read")).containsExactly(ada.id().value());
    }

    @Test
    void carerReadsWhatThePatientWroteAsThePatients() {
        Browser hers = rosas();
        hers.submit(hers.open("/account/messages"), REPLY, Map.of("text", "It itches."));
        actsFor(true);
        assertThat(browser.open("/account/messages").html().select("#talk b").eachText())
                .contains("Rosa Whitfield")
                .doesNotContain("You");
    }

    @Test
    void eachHasADraftOfTheirOwn() {
        actsFor(true);
        Page read = browser.open("/account/messages");
        String csrf = read.html().selectFirst("input[name=_csrf]").attr("value");
        assertThat(browser.post("/account/messages/draft", Map.of("_csrf", csrf, "text", "From Ada"))
                        .status())
                .isEqualTo(204);
        assertThat(browser.open("/account/messages").html().select("#text").text())
                .isEqualTo("From Ada");
        assertThat(rosas().open("/account/messages").html().select("#text").text())
                .isEmpty();
    }

    @Test
    void whatACarerAsksForIsThePatientsAndSaysWhoWroteIt() {
        actsFor(true);
        assertThat(browser.open("/account").text()).contains("Ask for something");
        assertThat(browser.open("/p/" + code).text()).contains("You write for Rosa Whitfield.");
        Stranger writer = new Stranger(browser, code);
        Page check = writer.fillsIn();
        assertThat(check.path()).endsWith("/ask/check");
        assertThat(check.text()).contains("You write for Rosa Whitfield.").doesNotContain("14 March 1957");
        assertThat(writer.sends(check).text()).contains("We have your request");

        PatientRequest request = requests.ofPatient(surgery.practice(), rosa.id()).stream()
                .filter(one -> one.title().equals("Rash on my arm"))
                .findFirst()
                .orElseThrow();
        assertThat(request.carer().id()).isEqualTo(ada.id());
        assertThat(requests.ofPatient(surgery.practice(), ada.id())).isEmpty();
        Page details = staff.open("/requests/" + request.id());
        assertThat(details.text())
                .contains("What Ada Jane Quill wrote", "By a carer (daughter), not by Rosa Whitfield")
                .contains("Contact of Ada Jane Quill: " + email);
        assertThat(details.html().select("a[href=/patients/" + ada.id() + "]")).isNotEmpty();
        assertThat(browser.open("/account/requests/" + request.id()).text()).contains("You wrote this.");
        assertThat(rosas().open("/account/requests/" + request.id()).text())
                .contains("Ada Jane Quill wrote this for you.");
        assertThat(actors("request.received")).contains(ada.id().value());
    }

    @Test
    void whatThePatientWroteIsNotSaidToBeACarers() {
        Browser hers = rosas();
        Stranger writer = new Stranger(hers, code);
        writer.sends(writer.fillsIn());
        PatientRequest request =
                requests.ofPatient(surgery.practice(), rosa.id()).getFirst();
        assertThat(request.carer()).isNull();
        assertThat(staff.open("/requests/" + request.id()).text())
                .contains("What Rosa wrote")
                .doesNotContain("By a carer");
    }

    @Test
    void practiceLetsACarerDoMoreOrLess() {
        actsFor(false);
        String level = "form[action*=/carers/][action$=/level]";
        Page more = staff.submit(staff.open("/patients/" + rosa.id()), level, Map.of("write", "true"));
        assertThat(more.text()).contains("May read and write.");
        assertThat(browser.open("/account/messages").html().select(REPLY)).isNotEmpty();
        assertThat(reply("Better")).isEqualTo(Replying.SENT);
        Page less = staff.submit(more, level, Map.of("write", "false"));
        assertThat(less.text()).contains("May read.");
        assertThat(reply("And more")).isEqualTo(Replying.NOT_ALLOWED);
        assertThat(browser.open("/account/messages").text()).contains("Better");
    }

    @Test
    void leaveThatIsTakenBackIsOverAtOnce() {
        actsFor(true);
        Stranger writer = new Stranger(browser, code);
        Page check = writer.fillsIn();
        PracticeSecret key =
                PracticeSecret.read(browser.cookies().get("__Host-ask")).orElseThrow();
        Page messages = browser.open("/account/messages");
        end();
        assertThat(reply("Too late")).isEqualTo(Replying.NOT_ALLOWED);
        assertThat(intakes.send(key, "192.0.2.1")).isEqualTo(new Sending.Unfinished(Step.WHO));
        assertThat(browser.submit(messages, REPLY, Map.of("text", "Too late")).text())
                .doesNotContain("How is the rash?");
        assertThat(writer.sends(check).path()).endsWith("/ask/who");
        assertThat(count("message where direction = 'PATIENT'")).isZero();
        assertThat(count("patient_request where carer_id is not null")).isZero();
    }

    @Test
    void leaveThatIsBeingTakenBackIsWaitedFor() throws SQLException, InterruptedException, ExecutionException {
        actsFor(true);
        // closed last: it waits for the reply, which waits for the connection
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection other = TestDatabase.get().superuser().getConnection()) {
            other.setAutoCommit(false);
            try (PreparedStatement ending =
                    other.prepareStatement("update carer_access set ended_at = now() where practice_id = ?")) {
                ending.setObject(1, surgery.practice().value());
                ending.executeUpdate();
            }
            Future<Replying> reply = threads.submit(() -> reply("Just now"));
            eventually("the reply waits", this::somebodyWaits);
            assertThat(reply.isDone()).isFalse();
            other.commit();
            assertThat(reply.get()).isEqualTo(Replying.NOT_ALLOWED);
        }
        assertThat(count("message where direction = 'PATIENT'")).isZero();
    }

    private boolean somebodyWaits() {
        return superuser
                .sql(
                        "select exists (select from pg_stat_activity where wait_event_type = 'Lock' and query like '%carer_access%')")
                .query(Boolean.class)
                .single();
    }

    @Test
    void carerSeesNoVideoCall() {
        PatientRequest request =
                requests.ofPatient(surgery.practice(), rosa.id()).getFirst();
        ConsultationId call = consultations
                .openFor(surgery.clinician(), rosa.id(), surgery.clinician().id(), request.id())
                .id();
        assertThat(rosas().open("/account").text()).contains("Video call with Dr Amara Okafor");
        actsFor(true);
        for (String path : List.of("/account", "/account/requests/" + request.id(), "/account/messages")) {
            Page page = browser.open(path);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html().select("main").text()).as(path).doesNotContainIgnoringCase("video call");
            assertThat(page.html().select("a[href*=consultations]")).as(path).isEmpty();
        }
        assertThat(browser.open("/account/consultations/" + call).status()).isEqualTo(404);
    }

    private Browser rosas() {
        String name = "rosa." + email;
        accounts.open(surgery.practice(), rosa.id(), new EmailAddress(name), NEW_PASSWORD);
        Browser hers = browser();
        signIn(hers, name, NEW_PASSWORD);
        return hers;
    }

    private List<UUID> actors(String action) {
        return superuser
                .sql("select actor_id from audit_entry where practice_id = :practice and action = :action")
                .param("practice", surgery.practice().value())
                .param("action", action)
                .query(UUID.class)
                .list();
    }
}
