package uk.anteroom.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.testing.Eventually.eventually;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.conversation.MessageId;
import uk.anteroom.conversation.MessageKind;
import uk.anteroom.invitation.LinkToken;
import uk.anteroom.invitation.Sending;
import uk.anteroom.patient.Patient;
import uk.anteroom.practice.Practices;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.Listener;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;

/** Patients with an account at the links that they are sent, and what they are sent in their account. */
class AccountAtLinkTest extends RunningService {

    private static final String REFUSED = "Somebody signed in to another patient’s account here today";

    @Autowired
    Cast cast;

    @Autowired
    Story story;

    @Autowired
    Practices practices;

    @Autowired
    Consultations consultations;

    Surgery surgery;
    String email;
    Patient tom;
    Browser browser;

    @BeforeEach
    void open() {
        surgery = cast.surgery();
        email = UUID.randomUUID() + "@mail.example";
        tom = cast.withAccount(surgery.practice(), email);
        browser = browser();
    }

    private Page signIn(String name) {
        String code = practices.get(surgery.practice()).publicCode();
        return browser.submit(
                browser.open("/p/" + code + "/sign-in"),
                "form.a-form",
                Map.of("email", name, "password", Cast.PASSWORD));
    }

    @Test
    void whoIsSignedInPassesTheLinkWithOnePress() {
        LinkToken token = story.token(surgery, story.invited(surgery, tom, tom.email()));
        assertThat(browser.open("/v/" + token.value()).html().select("form[action$=/signed-in]"))
                .isEmpty();
        signIn(email);
        Page link = browser.open("/v/" + token.value());
        assertThat(link.text()).contains("You are signed in to your account.");
        assertThat(browser.submit(link, "form[action$=/signed-in]", Map.of()).path())
                .isEqualTo("/visit");
    }

    @Test
    void whoHasLostTheLetterGoesInFromTheAccount() {
        Sending.Sent sent = story.invited(surgery, tom, tom.email());
        String path = "/account/consultations/" + sent.consultation();
        signIn(email);
        Page call = browser.open(path);
        assertThat(call.text()).contains("Go to the waiting room when you are ready.");
        assertThat(call.html().select("main a[href*=/v/]"))
                .as("the link itself stands on no page")
                .isEmpty();
        Page link = browser.submit(call, "form[action$=/join]", Map.of());
        assertThat(link.path()).isEqualTo("/v/" + story.token(surgery, sent).value());
        assertThat(browser.submit(link, "form[action$=/signed-in]", Map.of()).path())
                .isEqualTo("/visit");
    }

    @Test
    void noWayInIsOfferedWhereThereIsNone() {
        Sending.Sent sent = story.invited(surgery, tom, tom.email());
        String path = "/account/consultations/" + sent.consultation();
        signIn(email);
        Page open = browser.open(path);
        consultations.cancel(surgery.clinician(), sent.consultation());
        Page over = browser.submit(open, "form[action$=/join]", Map.of());
        assertThat(over.path()).isEqualTo(path);
        assertThat(over.text()).contains("Your surgery cancelled it");
        assertThat(over.html().select("form[action$=/join]")).isEmpty();

        Sending.Sent rosas =
                story.invited(surgery, surgery.rosa(), surgery.rosa().email());
        String theirs = path.replace(
                sent.consultation().toString(), rosas.consultation().toString());
        open.html().selectFirst("form[action$=/join]").attr("action", theirs + "/join");
        assertThat(browser.submit(open, "form[action$=/join]", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void accountOfAnotherIsRefusedAndTheStaffSeeIt() {
        cast.withAccount(surgery.practice(), "other." + email);
        Sending.Sent sent = story.invited(surgery, tom, tom.email());
        LinkToken token = story.token(surgery, sent);
        signIn("other." + email);
        Page refused = browser.submit(browser.open("/v/" + token.value()), "form[action$=/signed-in]", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("do not open this video call").doesNotContain(tom.familyName());
        Browser staff = browser();
        staff.signIn(surgery.clinician());
        assertThat(staff.open("/consultations/" + sent.consultation()).text())
                .contains("Somebody signed in to another patient’s account here");
    }

    @Test
    void accountOfAnotherAtTheLinkOfAMessageIsShownBesideItAndLive() throws Exception {
        String other = "other." + email;
        cast.withAccount(surgery.practice(), other);
        MessageId quiet = story.wrote(surgery, tom, MessageKind.REPLY_REQUIRED, "How is the knee?");
        MessageId asked = story.wrote(surgery, tom, MessageKind.REPLY_REQUIRED, "And the foot?");
        LinkToken token = story.messageToken(surgery, asked);
        Browser staff = browser();
        staff.signIn(surgery.clinician());
        try (Listener listener = Listener.open("http://localhost:" + port + "/arrivals", staff.cookies())) {
            eventually("the first word", () -> listener.last().contains("\"written\":\"20"));
            String before = listener.last();
            signIn(other);
            Page refused = browser.submit(browser.open("/m/" + token.value()), "form[action$=/signed-in]", Map.of());
            assertThat(refused.status()).isEqualTo(422);
            eventually("another word", () -> !listener.last().equals(before));
        }
        assertThat(message(staff, asked)).contains(REFUSED);
        assertThat(message(staff, quiet)).doesNotContain(REFUSED);

        // the holder of the link comes after all
        story.cameToReadByAccount(surgery, asked, email);
        assertThat(message(staff, asked)).doesNotContain(REFUSED);
    }

    @Test
    void aWrongPasswordAtTheLinkOfAMessageIsNoOtherAccount() {
        MessageId asked = story.wrote(surgery, tom, MessageKind.REPLY_REQUIRED, "How is the knee?");
        LinkToken token = story.messageToken(surgery, asked);
        Page refused = browser.submit(
                browser.open("/m/" + token.value()),
                "form[action$=/account]",
                Map.of("email", email, "password", "not the right password"));
        assertThat(refused.status()).isEqualTo(422);
        Browser staff = browser();
        staff.signIn(surgery.clinician());
        assertThat(message(staff, asked)).contains("How is the knee?").doesNotContain(REFUSED);
    }

    private String message(Browser staff, MessageId message) {
        return staff.open("/patients/" + tom.id())
                .html()
                .select("#message-" + message)
                .text();
    }

    @Test
    void accountOfAnotherPracticeIsNoneHere() {
        Surgery elsewhere = cast.surgery();
        Patient other = cast.withAccount(elsewhere.practice(), "elsewhere." + email);
        LinkToken token = story.token(elsewhere, story.invited(elsewhere, other, other.email()));
        signIn(email);
        assertThat(browser.open("/v/" + token.value()).html().select("form[action$=/signed-in]"))
                .isEmpty();
    }

    @Test
    void messagesAreReadInTheAccountAsBehindTheirLink() {
        MessageId asked = story.wrote(surgery, tom, MessageKind.REPLY_REQUIRED, "How is the knee?");
        Page home = signIn(email);
        assertThat(home.text()).contains("There is 1 new message.");
        Page messages = browser.open("/account/messages");
        assertThat(messages.text()).contains("How is the knee?");
        Page sent = browser.submit(messages, "form[action=/account/messages]", Map.of("text", "Much better"));
        assertThat(sent.path()).isEqualTo("/account/messages?sent");
        assertThat(sent.text()).contains("Much better");
        assertThat(browser.open("/account").text()).contains("There are no new messages.");
        Page link = browser.open("/m/" + story.messageToken(surgery, asked).value());
        assertThat(browser.submit(link, "form[action$=/signed-in]", Map.of()).path())
                .isEqualTo("/messages");
    }

    @Test
    void whoShowedWhoTheyAreGetsACodeForAnAccount() {
        String mine = "rosa." + email;
        Patient ida = cast.patient(surgery.practice(), "Ida", "Noname", "1990-01-01", mine, null);
        MessageId asked = story.wrote(surgery, ida, MessageKind.REPLY_REQUIRED, "How is the knee?");
        browser.cookies()
                .put("__Host-messages", story.cameToRead(surgery, ida, asked).value());
        Page code = browser.submit(browser.open("/messages"), "form[action=/messages/account]", Map.of());
        assertThat(code.path()).endsWith("/register/code");
        uk.anteroom.testing.Eventually.eventually(
                "the code",
                () -> java.util.Arrays.stream(MAIL.getReceivedMessages()).anyMatch(message -> {
                    try {
                        return message.getAllRecipients()[0].toString().equals(mine)
                                && message.getSubject().startsWith("Your code");
                    } catch (jakarta.mail.MessagingException e) {
                        throw new AssertionError(e);
                    }
                }));
        assertThat(browser().post("/visit/account", Map.of()).status()).isIn(403, 404);
    }
}
