package uk.anteroom.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.conversation.MessageKind;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** What was begun and not sent. */
class DraftsTest extends RunningService {

    @Autowired
    Cast cast;

    @Autowired
    Story story;

    final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());

    Surgery surgery;
    Browser desk;
    String patient;

    @BeforeEach
    void signIn() {
        surgery = cast.surgery();
        desk = browser();
        desk.signIn(surgery.clinician());
        patient = "/patients/" + surgery.rosa().id();
    }

    @Test
    void whatWasTypedIsThereAgainAndGoneOnceItIsSent() {
        type("How is the ra");
        type("How is the rash?");
        Browser another = browser();
        another.signIn(surgery.clinician());
        Page page = another.open(patient + "?message");
        assertThat(page.html().select("#messageText").text()).isEqualTo("How is the rash?");
        assertThat(page.text()).contains("You began this and have not sent it yet.");
        assertThat(stored()).isEqualTo(1);

        another.submit(page, "form[action$=/messages]", Map.of("messageText", "How is the rash now?"));

        assertThat(text(another)).isEmpty();
        assertThat(stored()).isZero();
    }

    @Test
    void nobodyElseSeesIt() {
        type("For Rosa, from Dr Okafor");
        Browser other = browser();
        other.signIn(surgery.receptionist());
        assertThat(text(other)).isEmpty();
        Browser elsewhere = browser();
        elsewhere.signIn(cast.surgery().clinician());
        Page page = elsewhere.open("/patients");
        assertThat(elsewhere
                        .post(patient + "/messages/draft", Map.of("text", "x", "_csrf", csrf(page)))
                        .status())
                .isEqualTo(404);
        assertThat(superuser
                        .sql("select text_sealed from message_draft where practice_id = :practice")
                        .param("practice", surgery.practice().value())
                        .query(byte[].class)
                        .single())
                .asString(StandardCharsets.UTF_8)
                .doesNotContain("Okafor");
    }

    @Test
    void emptiedItIsGoneAndWhatIsTooLongIsNotKept() {
        type("Something");
        type(" ");
        assertThat(stored()).isZero();
        assertThat(type("x".repeat(20_001)).status()).isEqualTo(404);
        assertThat(stored()).isZero();
    }

    @Test
    void patientsReplyIsKeptInTheCallToo() {
        story.wrote(surgery, surgery.rosa(), MessageKind.REPLY_REQUIRED, "How is the rash?");
        Browser phone = browser();
        Page asked = phone.open("/v/"
                + story.token(
                                surgery,
                                story.invited(
                                        surgery, surgery.rosa(), surgery.rosa().email()))
                        .value());
        phone.submit(
                asked, "form[action$=/identity]", Map.of("day", "14", "month", "3", "year", "1957", "consent", "true"));
        Page panel = phone.open("/visit/messages");
        phone.post("/visit/messages/draft", Map.of("text", "Much bet", "_csrf", csrf(panel)));
        Page again = phone.open("/visit/messages");
        assertThat(again.html().select("#reply textarea").text()).isEqualTo("Much bet");
        assertThat(text(desk)).as("the clinician's own").isEmpty();
        phone.submit(again, "#reply form", Map.of("text", "Much better"));
        assertThat(phone.open("/visit/messages")
                        .html()
                        .select("#reply textarea")
                        .text())
                .isEmpty();
    }

    private Page type(String text) {
        return desk.post(
                patient + "/messages/draft", Map.of("text", text, "_csrf", csrf(desk.open(patient + "?message"))));
    }

    private String text(Browser who) {
        return who.open(patient + "?message").html().select("#messageText").text();
    }

    private int stored() {
        return superuser
                .sql("select count(*) from message_draft where practice_id = :practice")
                .param("practice", surgery.practice().value())
                .query(Integer.class)
                .single();
    }

    private static String csrf(Page page) {
        return page.html().select("input[name=_csrf]").attr("value");
    }
}
