package uk.anteroom.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.anteroom.conversation.MessageKind;
import uk.anteroom.conversation.Messages;
import uk.anteroom.invitation.Sending;
import uk.anteroom.patient.Patient;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;

/** The conversation beside the picture, for the device that is in the call. */
class MessagesInCallTest extends RunningService {

    @Autowired
    Cast cast;

    @Autowired
    Story story;

    @Autowired
    Messages messages;

    Surgery surgery;
    Browser phone;

    @BeforeEach
    void invite() {
        surgery = cast.surgery();
        phone = browser();
        Sending.Sent sent =
                story.invited(surgery, surgery.rosa(), surgery.rosa().email());
        Page asked = phone.open("/v/" + story.token(surgery, sent).value());
        phone.submit(
                asked, "form[action$=/identity]", Map.of("day", "14", "month", "3", "year", "1957", "consent", "true"));
    }

    @Test
    void whatTheSurgeryWritesIsCountedUntilThePanelIsOpen() {
        assertThat(unread()).isEqualTo("{\"unread\":0}");
        write(surgery.rosa(), MessageKind.REPLY_NOT_REQUIRED, "Your results are back.");
        write(surgery.rosa(), MessageKind.REPLY_REQUIRED, "How is the rash?");
        assertThat(unread()).isEqualTo("{\"unread\":2}");
        assertThat(readByRosa()).isFalse();

        Page panel = phone.open("/visit/messages");

        assertThat(panel.html().select("#talk > li").eachText())
                .hasSize(2)
                .last()
                .asString()
                .contains("How is the rash?");
        assertThat(unread()).isEqualTo("{\"unread\":0}");
        assertThat(readByRosa()).isTrue();
    }

    @Test
    void replyIsReadByTheClinicianUntilWhenItCounts() {
        write(surgery.rosa(), MessageKind.REPLY_REQUIRED, "How is the rash?");
        Page panel = phone.open("/visit/messages");
        Page wrong = phone.submit(panel, "#reply form", Map.of("text", " "));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Write your message");
        Page sent = phone.submit(panel, "#reply form", Map.of("text", "Better."));
        assertThat(sent.path()).isEqualTo("/visit/messages?sent");
        assertThat(sent.text()).contains("Your reply is with", "Better.");

        Browser desk = browser();
        desk.signIn(surgery.clinician());
        String conversation = "/patients/" + surgery.rosa().id() + "/messages";
        assertThat(desk.fetch(conversation + "/unread").body()).isEqualTo("{\"unread\":1}");
        Page shown = desk.open(conversation);
        assertThat(shown.text()).contains("Better.", "Not read by anybody here yet");
        assertThat(desk.fetch(conversation + "/unread").body()).isEqualTo("{\"unread\":1}");
        desk.submit(shown, "form[action$=/reading]", Map.of());
        assertThat(desk.fetch(conversation + "/unread").body()).isEqualTo("{\"unread\":0}");
    }

    @Test
    void nobodyElseSeesOrCountsIt() {
        write(surgery.rosa(), MessageKind.REPLY_NOT_REQUIRED, "Your results are back.");
        assertThat(browser().open("/visit/messages").status()).isEqualTo(404);
        assertThat(browser().fetch("/visit/messages/unread").statusCode()).isEqualTo(404);

        Surgery other = cast.surgery();
        Browser elsewhere = browser();
        elsewhere.signIn(other.clinician());
        assertThat(elsewhere
                        .fetch("/patients/" + surgery.rosa().id() + "/messages/unread")
                        .body())
                .isEqualTo("{\"unread\":0}");

        Patient tom = cast.patient(surgery.practice(), "Tom", "Adeyemi", "1988-07-02", "tom@mail.example", null);
        write(tom, MessageKind.REPLY_NOT_REQUIRED, "For Tom alone.");
        assertThat(unread()).isEqualTo("{\"unread\":1}");
        assertThat(phone.open("/visit/messages").text())
                .contains("Your results are back.")
                .doesNotContain("For Tom alone.");
    }

    private String unread() {
        return phone.fetch("/visit/messages/unread").body();
    }

    private boolean readByRosa() {
        return messages.with(surgery.clinician(), surgery.rosa().id()).stream()
                .allMatch(message -> message.readAt() != null);
    }

    private void write(Patient to, MessageKind kind, String text) {
        story.wrote(surgery, to, kind, text);
    }
}
