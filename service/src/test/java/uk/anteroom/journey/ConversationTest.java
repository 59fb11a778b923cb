package uk.anteroom.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.anteroom.testing.Eventually.eventually;
import static uk.anteroom.testing.Together.together;

import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.conversation.ConversationVisit;
import uk.anteroom.conversation.ConversationVisits;
import uk.anteroom.conversation.Message;
import uk.anteroom.conversation.MessageId;
import uk.anteroom.conversation.MessageKind;
import uk.anteroom.conversation.MessageText;
import uk.anteroom.conversation.Messages;
import uk.anteroom.conversation.Posting;
import uk.anteroom.conversation.Replying;
import uk.anteroom.invitation.IdentityCheck;
import uk.anteroom.invitation.LinkToken;
import uk.anteroom.invitation.Visits;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.DeviceKey;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.patient.Patient;
import uk.anteroom.practice.NotAllowed;
import uk.anteroom.request.RequestId;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.Listener;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;
import uk.anteroom.testing.TextMessages;

/** What a practice and a patient write to each other. */
class ConversationTest extends RunningService {

    private static final Map<String, String> ROSA =
            Map.of("day", "14", "month", "3", "year", "1957", "consent", "true");

    @Autowired
    Cast cast;

    @Autowired
    Story story;

    @Autowired
    Messages messages;

    @Autowired
    ConversationVisits visits;

    @Autowired
    Visits invitationVisits;

    @Autowired
    TextMessages texts;

    final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());

    Surgery surgery;
    Patient rosa;
    String email;

    @BeforeEach
    void open() {
        surgery = cast.surgery();
        email = "rosa." + UUID.randomUUID() + "@mail.example";
        rosa = cast.patient(surgery.practice(), "Rosa", "Whitfield", "1957-03-14", email, "+447700900123");
    }

    @Test
    void messageIsReadAndAnsweredOnPagesWithoutScript() throws Exception {
        Browser desk = browser();
        desk.signIn(surgery.clinician());
        Page page = desk.open("/patients/" + rosa.id() + "?message");
        assertThat(page.html().select("#act-message[checked]")).hasSize(1);
        Page sent = desk.submit(page, writing(), Map.of("messageText", "How is the rash?\nPlease tell me."));

        assertThat(sent.path()).isEqualTo("/patients/" + rosa.id() + "?message");
        assertThat(conversation(sent).text())
                .contains("Dr Amara Okafor", "How is the rash? Please tell me.", "Reply required");
        eventually("the letter", () -> mailsTo(email).size() == 1);
        eventually(
                "its state",
                () -> conversation(desk.open("/patients/" + rosa.id())).text().contains("Sent by email"));
        MimeMessage mail = mailsTo(email).getFirst();
        String letter = Parts.text(mail);
        assertThat(mail.getSubject() + letter).doesNotContain("Rosa", "Whitfield", "Okafor", "rash");

        Browser telephone = browser();
        String link = link(letter);
        for (int i = 0; i < 3; i++) {
            assertThat(telephone.open(link).text()).doesNotContain("rash", "Rosa", "Okafor");
            telephone.head(link);
        }
        assertThat(only().readAt()).as("before anybody said who they are").isNull();

        Page read = telephone.submit(telephone.open(link), "form[action$=/identity]", ROSA);
        assertThat(read.path()).isEqualTo("/messages");
        assertThat(read.html().selectFirst(".a-msg__text").wholeText()).isEqualTo("How is the rash?\nPlease tell me.");
        assertThat(conversation(desk.open("/patients/" + rosa.id())).text()).contains("Reply required · Read today");
        assertThat(telephone.open(link).path()).as("the same device again").isEqualTo("/messages");

        assertThat(telephone.fetch("/messages/unread").body()).isEqualTo("0");
        Page replied = telephone.submit(read, "form[action=/messages]", Map.of("text", "Better, thank you."));
        assertThat(replied.path()).isEqualTo("/messages?sent");
        assertThat(replied.text()).contains("Better, thank you.", "Your reply is with");

        assertThat(desk.open("/requests").text()).contains("Replies", "Rosa Whitfield");
        Page answered = desk.open("/patients/" + rosa.id());
        assertThat(conversation(answered).text()).contains("Better, thank you.", "Not read by anybody here yet");
        Page marked = desk.submit(answered, "form[action$=/reading]", Map.of());
        assertThat(conversation(marked).text()).doesNotContain("Not read by anybody");
        assertThat(desk.open("/requests").text()).doesNotContain("Replies");
        assertThat(telephone.open("/messages").text()).contains("Read by");
        desk.submit(
                desk.open("/patients/" + rosa.id() + "?message"), writing(), Map.of("messageText", "Good to hear."));
        assertThat(telephone.fetch("/messages/unread").body()).as("asked twice").isEqualTo("1");
        assertThat(telephone.fetch("/messages/unread").body()).isEqualTo("1");
        assertThat(telephone.open("/messages").text()).contains("Good to hear.");
        assertThat(telephone.fetch("/messages/unread").body()).as("shown").isEqualTo("0");
        assertThat(acts()).containsSubsequence("message.sent", "identity.confirmed", "message.read", "message.replied");

        assertThat(telephone
                        .submit(telephone.open("/messages"), "form[action=/messages/exit]", Map.of())
                        .text())
                .contains("This device has forgotten you");
        assertThat(telephone.open("/messages").status()).isEqualTo(404);
        assertThat(telephone.fetch("/messages/unread").statusCode()).isEqualTo(404);
    }

    @Test
    void ofFiftyPressesAtOnceOneMessageAndOneLetterGoOut() {
        UUID press = UUID.randomUUID();

        List<Posting> posted = together(50, n -> send("Please book a blood test.", press));

        assertThat(posted).containsOnly(posted.getFirst());
        assertThat(all()).hasSize(1);
        assertThat(letters()).isEqualTo(1);
        send("Please book a blood test and bring this message.", press);
        assertThat(all()).as("the form of before, gone back to and changed").hasSize(2);
    }

    @Test
    void ofTwentyRepliesAtOnceOneIsKept() {
        MessageId asked = story.wrote(surgery, rosa, MessageKind.REPLY_REQUIRED, "How is the rash?");
        ConversationVisit visit = come(asked);
        UUID press = UUID.randomUUID();

        assertThat(together(20, n -> visits.reply(visit, asked, new MessageText("Better"), List.of(), press)))
                .containsOnly(Replying.SENT);

        assertThat(all()).hasSize(2);
    }

    @Test
    void conversationStandsOnTheRequestToo() {
        RequestId request = cast.request(surgery.practice(), rosa.id());
        story.wrote(surgery, rosa, MessageKind.REPLY_REQUIRED, "How is the rash?");
        Browser desk = browser();
        desk.signIn(surgery.receptionist());

        Page page = desk.open("/requests/" + request);

        assertThat(conversation(page).text()).contains("How is the rash?");
        Page opened = desk.open(page.html().select("a[href$=?messages]").last().attr("href"));
        Page refused = desk.submit(opened, writing(), Map.of("messageText", " "));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select("#tab-messages").attr("aria-selected")).isEqualTo("true");
        Page sent = desk.submit(refused, writing(), Map.of("messageText", "And at night?"));
        assertThat(sent.path()).startsWith("/requests/" + request + "?messages");
        assertThat(conversation(sent).text()).contains("How is the rash?", "And at night?");
    }

    @Test
    void requestOfSomebodyElseIsNoPlaceToWriteFrom() {
        RequestId stranger = cast.request(
                surgery.practice(),
                cast.patient(surgery.practice(), "Grace", "Lin", "2001-11-30", null, "+447700900345")
                        .id());
        Browser desk = browser();
        desk.signIn(surgery.receptionist());
        Page form = desk.open("/patients/" + rosa.id() + "?message");
        Page refused = desk.submit(form, writing(), Map.of("messageText", " ", "request", stranger.toString()));
        assertThat(refused.status()).isEqualTo(404);
    }

    @Test
    void textMessageFitsOneSegmentAndNamesOnlyThePractice() {
        messages.send(
                surgery.receptionist(),
                rosa.id(),
                MessageKind.REPLY_NOT_REQUIRED,
                new MessageText("Your results are here."),
                List.of(),
                new MobileNumber("+447700900877"),
                false,
                UUID.randomUUID());

        eventually("the text", () -> !texts.to("07700 900877").isEmpty());
        assertThat(texts.to("07700 900877").getLast().text())
                .hasSizeLessThanOrEqualTo(160)
                .contains("/m/")
                .doesNotContain("Rosa", "Whitfield", "Sam", "results");
    }

    @Test
    void markupAndLinksAreShownAsWhatTheyAre() {
        String hostile = "<script>alert(1)</script> <b>bold</b> javascript:alert(1) https://www.nhs.uk@evil.example/"
                + " [(${7*7})] [[${7*7}]] https://www.nhs.uk/conditions/?a=\"b";
        MessageId message = story.wrote(surgery, rosa, MessageKind.REPLY_NOT_REQUIRED, hostile);
        Browser telephone = browser();
        Page read = telephone.submit(
                telephone.open("/m/" + story.messageToken(surgery, message).value()), "form[action$=/identity]", ROSA);
        Browser desk = browser();
        desk.signIn(surgery.clinician());

        for (Page page : List.of(read, desk.open("/patients/" + rosa.id()))) {
            Element text = page.html().selectFirst(".a-msg__text");
            assertThat(text.text()).contains("<script>alert(1)</script> <b>bold</b>", "[(${7*7})] [[${7*7}]]");
            assertThat(text.select("script, b")).isEmpty();
            assertThat(text.select("a").eachAttr("href")).containsExactly("https://www.nhs.uk/conditions/?a=");
            assertThat(text.selectFirst("a").attr("rel")).isEqualTo("noopener noreferrer");
            assertThat(text.text()).contains("(www.nhs.uk)");
        }
    }

    @Test
    void whatCannotBeRightComesBackAtItsFieldWithNothingLost() {
        Browser desk = browser();
        desk.signIn(surgery.receptionist());
        Page page = desk.open("/patients/" + rosa.id() + "?message");

        Page tooLong = desk.submit(
                page,
                writing(),
                Map.of("messageText", "x".repeat(5_001), "messageSms", "true", "messageSmsTo", "01632 960123"));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.text())
                .contains("Nothing has been sent yet", "Use 5,000 characters or fewer. This has 5,001.")
                .contains("This is not a UK mobile number");
        assertThat(tooLong.html().selectFirst("#messageText").text()).hasSize(5_001);
        assertThat(tooLong.html().selectFirst("#messageSmsTo").attr("value")).isEqualTo("01632 960123");
        assertThat(desk.submit(page, writing(), Map.of("messageText", "a\u0007b"))
                        .text())
                .contains("Take out the signs that cannot be shown");
        assertThat(desk.submit(page, writing(), Map.of("messageText", "Hello", "messageKind", Browser.UNTICK))
                        .text())
                .contains("Choose what you need back");
        assertThat(desk.submit(page, writing(), Map.of("messageText", "y".repeat(200_000)))
                        .status())
                .isIn(400, 413);
        assertThat(all()).isEmpty();
    }

    @Test
    void optOutNeedsASecondDeliberateYes() {
        Patient meera = cast.patientWhoOptedOutOfSms(surgery.practice());
        Browser desk = browser();
        desk.signIn(surgery.clinician());
        Page page = desk.open("/patients/" + meera.id() + "?message");
        Map<String, String> typed = Map.of("messageText", "Hello Meera", "messageSms", "true");
        Page refused = desk.submit(page, writing(), typed);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Meera has opted out of SMS", "Tick the box if Meera has agreed");
        assertThat(refused.html().selectFirst("#messageText").text()).isEqualTo("Hello Meera");

        Page sent = desk.submit(
                refused,
                writing(),
                Map.of("messageText", "Hello Meera", "messageSms", "true", "messageAgreed", "true"));
        assertThat(conversation(sent).text()).contains("Hello Meera");
    }

    @Test
    void fiveWrongDatesOfBirthCloseTheLinkForGood() {
        MessageId message = story.wrote(surgery, rosa, MessageKind.REPLY_REQUIRED, "How is the rash?");
        LinkToken token = story.messageToken(surgery, message);
        DateOfBirth wrong = cast.patient(surgery.practice(), "Grace", "Lin", "2001-11-30", null, null)
                .born();

        List<IdentityCheck> checks = together(12, n -> visits.byBirth(token, wrong, "192.0.2." + n));

        assertThat(checks.stream().filter(IdentityCheck.Failed.class::isInstance))
                .hasSize(5);
        assertThat(visits.byBirth(token, rosa.born(), "192.0.2.99")).isInstanceOf(IdentityCheck.Refused.class);
        assertThat(browser().open("/m/" + token.value()).status()).isEqualTo(404);
        assertThat(superuser
                        .sql("select link_sealed is null from message_link where message_id = :id")
                        .param("id", message.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(only().readAt()).isNull();
    }

    @Test
    void linksThatCannotBeUsedAreAllAlike() {
        MessageId message = story.wrote(surgery, rosa, MessageKind.REPLY_REQUIRED, "How is the rash?");
        LinkToken token = story.messageToken(surgery, message);
        Surgery elsewhere = cast.surgery();
        MessageId other = story.wrote(elsewhere, elsewhere.rosa(), MessageKind.REPLY_REQUIRED, "Hello");
        String theirs = story.messageToken(elsewhere, other).value();
        String secret = token.value().substring(token.publicCode().length());
        String swapped = theirs.substring(0, theirs.length() - secret.length()) + secret;
        superuser
                .sql("update message_link set dies_at = now() - interval '1 minute' where message_id = :id")
                .param("id", message.value())
                .update();

        String unusable = browser()
                .open("/m/" + token.publicCode() + "A".repeat(22))
                .html()
                .body()
                .text();
        assertThat(browser().open("/m/" + token.value()).html().body().text()).isEqualTo(unusable);
        for (String hostile : List.of(swapped, "x", "%00", "a".repeat(4_000), "abc'--", token.value() + "1")) {
            Page page = browser().open("/m/" + hostile);
            assertThat(page.status()).as(hostile).isGreaterThanOrEqualTo(400).isLessThan(500);
            assertThat(page.text()).doesNotContain("rash");
        }
        assertThat(browser().open("/v/" + theirs).status())
                .as("as an invitation")
                .isEqualTo(404);
        assertThat(invitationVisits.open(LinkToken.read(theirs).orElseThrow())).isEmpty();
        assertThat(browser().open("/messages").status()).isEqualTo(404);
    }

    @Test
    void deviceOfAnotherPatientReadsAndAnswersNothing() {
        MessageId message = story.wrote(surgery, rosa, MessageKind.REPLY_REQUIRED, "How is the rash?");
        Patient grace = cast.patient(surgery.practice(), "Grace", "Lin", "2001-11-30", "grace@mail.example", null);
        MessageId hers = story.wrote(surgery, grace, MessageKind.REPLY_REQUIRED, "Hello Grace");
        ConversationVisit visit = come(grace, hers);

        assertThat(visits.read(visit)).extracting(read -> read.text().value()).containsExactly("Hello Grace");
        assertThat(visits.reply(visit, message, new MessageText("Not mine"), List.of(), UUID.randomUUID()))
                .isEqualTo(Replying.NOT_ASKED);
        assertThat(only().readAt()).isNull();

        Browser telephone = browser();
        String link = "/m/" + story.messageToken(surgery, message).value();
        telephone
                .cookies()
                .put(
                        "__Host-messages",
                        device(grace, story.wrote(surgery, grace, MessageKind.REPLY_REQUIRED, "?"))
                                .value());
        assertThat(telephone.open(link).path()).as("asked anew").isEqualTo(link);
    }

    @Test
    void replyIsTakenOnlyWhereItIsAskedForAlsoIfThePracticeHasWrittenAgain() {
        MessageId asked = story.wrote(surgery, rosa, MessageKind.REPLY_REQUIRED, "How is the rash?");
        ConversationVisit visit = come(asked);
        MessageId told = story.wrote(surgery, rosa, MessageKind.REPLY_NOT_REQUIRED, "We close at six.");

        assertThat(visits.reply(visit, told, new MessageText("Thanks"), List.of(), UUID.randomUUID()))
                .isEqualTo(Replying.NOT_ASKED);
        assertThat(visits.reply(visit, asked, new MessageText("Better"), List.of(), UUID.randomUUID()))
                .isEqualTo(Replying.SENT);
        assertThat(all())
                .extracting(message -> message.text().value())
                .containsExactly("How is the rash?", "We close at six.", "Better");
    }

    @Test
    void deviceIsBelievedForAnHour() {
        MessageId message = story.wrote(surgery, rosa, MessageKind.REPLY_REQUIRED, "How is the rash?");
        DeviceKey device = device(rosa, message);
        superuser
                .sql("update message_device set bound_at = bound_at - interval '61 minutes' where message_id = :id")
                .param("id", message.value())
                .update();
        assertThat(visits.of(device)).isEmpty();
    }

    @Test
    void nothingCountsAsReadThatNobodyHasInFrontOfThem() {
        MessageId message = story.wrote(surgery, rosa, MessageKind.REPLY_REQUIRED, "How is the rash?");
        Browser telephone = browser();
        telephone.cookies().put("__Host-messages", device(rosa, message).value());
        assertThat(telephone.head("/messages")).isEqualTo(204);
        assertThat(only().readAt()).isNull();
        telephone.open("/messages");
        assertThat(only().readAt()).isNotNull();
    }

    @Test
    void whoHasDiedIsNotWrittenToAndTheirLinksAreDead() {
        MessageId message = story.wrote(surgery, rosa, MessageKind.REPLY_REQUIRED, "How is the rash?");
        LinkToken token = story.messageToken(surgery, message);
        DeviceKey device = device(rosa, message);
        superuser
                .sql("update patient set deceased_at = now() where patient_id = :id")
                .param("id", rosa.id().value())
                .update();

        assertThat(send("Hello", UUID.randomUUID())).isInstanceOf(Posting.NotSent.class);
        assertThat(visits.open(token)).isEmpty();
        assertThat(visits.of(device)).isEmpty();
    }

    @Test
    void onlyTheirOwnStaffReadAndWriteAndNobodyWhoOnlyManages() {
        story.wrote(surgery, rosa, MessageKind.REPLY_REQUIRED, "How is the rash?");
        Browser manager = browser();
        manager.signIn(surgery.manager());
        assertThat(manager.open("/patients/" + rosa.id()).text()).doesNotContain("rash");
        assertThatThrownBy(() -> messages.with(surgery.manager(), rosa.id())).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> messages.unread(surgery.manager())).isInstanceOf(NotAllowed.class);
        Surgery elsewhere = cast.surgery();
        assertThat(messages.with(elsewhere.clinician(), rosa.id())).isEmpty();
        assertThat(messages.send(
                        elsewhere.clinician(),
                        rosa.id(),
                        MessageKind.REPLY_REQUIRED,
                        new MessageText("Hello"),
                        List.of(),
                        rosa.email(),
                        false,
                        UUID.randomUUID()))
                .isInstanceOf(Posting.NotSent.class);
        assertThat(all()).hasSize(1);
    }

    @Test
    void pagesThatListenAreToldOfAReplyAndLookAgain() throws Exception {
        MessageId asked = story.wrote(surgery, rosa, MessageKind.REPLY_REQUIRED, "How is the rash?");
        ConversationVisit visit = come(asked);
        Browser desk = browser();
        desk.signIn(surgery.receptionist());
        String looksAt = conversation(desk.open("/patients/" + rosa.id())).attr("data-arrivals-refresh");
        try (Listener listener = Listener.open("http://localhost:" + port + "/arrivals", desk.cookies())) {
            eventually("the first word", () -> listener.last().contains("\"written\":\"20"));
            String before = listener.last();

            visits.reply(visit, asked, new MessageText("Better"), List.of(), UUID.randomUUID());

            eventually("another word", () -> !listener.last().equals(before));
            assertThat(listener.last()).doesNotContain("Better", "Rosa");
        }
        assertThat(conversation(desk.open(looksAt)).text()).contains("Better");
    }

    @Test
    void textIsSealedInTheDatabase() {
        MessageId message = story.wrote(surgery, rosa, MessageKind.REPLY_REQUIRED, "How is the rash?");
        byte[] stored = superuser
                .sql("select text_sealed from message where message_id = :id")
                .param("id", message.value())
                .query(byte[].class)
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("rash");
    }

    private Posting send(String text, UUID press) {
        return messages.send(
                surgery.clinician(),
                rosa.id(),
                MessageKind.REPLY_NOT_REQUIRED,
                new MessageText(text),
                List.of(),
                rosa.email(),
                false,
                press);
    }

    private ConversationVisit come(MessageId message) {
        return come(rosa, message);
    }

    private ConversationVisit come(Patient patient, MessageId message) {
        return visits.of(device(patient, message)).orElseThrow();
    }

    private DeviceKey device(Patient patient, MessageId message) {
        return story.cameToRead(surgery, patient, message);
    }

    private List<Message> all() {
        return messages.with(surgery.clinician(), rosa.id());
    }

    private Message only() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

    private int letters() {
        return superuser
                .sql("select count(*) from letter where practice_id = :practice and occasion = 'message'")
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

    private static String writing() {
        return "form.a-write";
    }

    private static Element conversation(Page page) {
        return page.html().selectFirst("#conversation");
    }

    private static String link(String letter) {
        Matcher link = Pattern.compile("/m/\\w+").matcher(letter);
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private static List<MimeMessage> mailsTo(String address) {
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(mail -> Parts.isTo(mail, address))
                .toList();
    }
}
