package uk.anteroom.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import uk.anteroom.conversation.MessageKind;
import uk.anteroom.conversation.MessageText;
import uk.anteroom.conversation.Messages;
import uk.anteroom.conversation.Posting;
import uk.anteroom.intake.Intakes;
import uk.anteroom.invitation.IdentityCheck;
import uk.anteroom.invitation.IdentityChecks;
import uk.anteroom.invitation.Invitation;
import uk.anteroom.invitation.Invitations;
import uk.anteroom.invitation.LinkToken;
import uk.anteroom.invitation.Sending;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.Limit;
import uk.anteroom.kernel.Limits;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.patient.Patient;
import uk.anteroom.practice.Practices;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Stranger;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/**
 * Who is held back where once a limit is used up, and that nothing is stored or sent then. With the limits as they are shipped: a hundredfold they
 * fill up too fast to stay used up.
 */
@TestPropertySource(properties = "anteroom.limit-factor=1")
@DirtiesContext
class RateLimitsTest extends RunningService {

    private static final AtomicLong NUMBERS = new AtomicLong(447700900500L);

    @Autowired
    Cast cast;

    @Autowired
    Story story;

    @Autowired
    Invitations invitations;

    @Autowired
    IdentityChecks checks;

    @Autowired
    Messages messages;

    @Autowired
    Intakes intakes;

    @Autowired
    Practices practices;

    @Autowired
    Limits limits;

    private final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());

    // one that no other test writes to: a number's limit is that of all practices together
    private final MobileNumber mobile = new MobileNumber("+" + NUMBERS.incrementAndGet());

    Surgery surgery;
    Patient rosa;
    String code;

    @BeforeEach
    void open() {
        surgery = cast.surgery();
        rosa = surgery.rosa();
        code = practices.get(surgery.practice()).publicCode();
    }

    @ParameterizedTest
    @EnumSource(names = {"INVITATIONS_BY_STAFF", "INVITATIONS_BY_PRACTICE", "INVITATIONS_TO_PATIENT", "SMS_TO_NUMBER"})
    void noInvitationBeyond(Limit limit) {
        exhaust(limit, key(limit));

        assertThat(invite()).isInstanceOf(Sending.TooMany.class);

        assertThat(count("invitation") + count("consultation") + count("letter"))
                .isZero();
        surgery = cast.surgery();
        rosa = surgery.rosa();
        assertThat(invite())
                .as("in another practice")
                .isInstanceOf(limit == Limit.SMS_TO_NUMBER ? Sending.TooMany.class : Sending.Sent.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"INVITATIONS_BY_STAFF", "SMS_TO_NUMBER"})
    void noSecondLetterBeyond(Limit limit) {
        Sending.Sent sent = (Sending.Sent) invite();
        exhaust(limit, key(limit));

        assertThat(invitations.resend(surgery.clinician(), sent.invitation())).isFalse();

        assertThat(count("letter")).isEqualTo(1);
    }

    @Test
    void theSixthInvitationOfAnHourIsRefusedWithWhatToDoInstead() {
        Browser desk = browser();
        desk.signIn(surgery.clinician());
        for (int sent = 1; sent <= 5; sent++) {
            assertThat(desk.submit(video(desk), "form.a-invite", Map.of()).text())
                    .doesNotContain("Too many invitations");
        }

        Page refused = desk.submit(video(desk), "form.a-invite", Map.of());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Too many invitations for now. Wait a minute, or ring the patient");
        assertThat(count("invitation")).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource(names = {"MESSAGES_BY_STAFF", "MESSAGES_TO_PATIENT", "SMS_TO_NUMBER"})
    void noMessageBeyond(Limit limit) {
        exhaust(limit, key(limit));

        assertThat(messages.send(
                        surgery.clinician(),
                        rosa.id(),
                        MessageKind.REPLY_REQUIRED,
                        new MessageText("How is the rash?"),
                        List.of(),
                        mobile,
                        false,
                        UUID.randomUUID()))
                .isInstanceOf(Posting.TooMany.class);

        assertThat(count("message") + count("letter")).isZero();
    }

    @Test
    void whoTriesManyLinksFromOneAddressIsHeldBackThereAndNoLinkLosesATry() {
        DateOfBirth wrong = new DateOfBirth(rosa.born().value().plusDays(1));
        for (int i = 1; i <= 19; i++) {
            limits.take(Limit.IDENTITY_CHECKS_BY_ADDRESS, "192.0.2.211");
        }
        Sending.Sent sent = (Sending.Sent) invite();
        LinkToken token = story.token(surgery, sent);

        assertThat(checks.byBirth(token, wrong, "192.0.2.211")).isEqualTo(new IdentityCheck.Failed(4));
        assertThat(checks.byBirth(token, rosa.born(), "192.0.2.211"))
                .as("the twenty-first from there, though it is right")
                .isInstanceOf(IdentityCheck.TooMany.class);

        assertThat(invitations.of(surgery.clinician(), sent.consultation()))
                .extracting(Invitation::attemptsLeft)
                .containsExactly(4);
        assertThat(checks.byBirth(token, rosa.born(), "192.0.2.212"))
                .as("from elsewhere")
                .isInstanceOf(IdentityCheck.Passed.class);
    }

    @Test
    void staffWhoGuessWaitAndNobodyElse() {
        Browser guesser = browserAt("127.0.0.71");
        for (int i = 1; i <= 10; i++) {
            assertThat(signIn(guesser, "not the password at all").path()).isEqualTo("/sign-in?refused");
        }
        assertThat(signIn(guesser, Cast.PASSWORD).path()).as("even if right").isEqualTo("/sign-in?wait");
        assertThat(signIn(browserAt("127.0.0.72"), Cast.PASSWORD).path())
                .as("from elsewhere")
                .doesNotStartWith("/sign-in");
    }

    private Page signIn(Browser browser, String password) {
        return browser.submit(
                browser.open("/sign-in"),
                "form[action=/sign-in]",
                Map.of("email", Cast.signInName(surgery.clinician().id()), "password", password));
    }

    @Test
    void aRequestThatIsHeldBackLosesNothing() {
        Stranger stranger = new Stranger(browserAt("127.0.0.73"), code);
        Page check = stranger.fillsIn();
        exhaust(Limit.REQUESTS_BY_CONTACT, surgery.practice() + "/+447700900123");

        Page refused = stranger.sends(check);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.html().select("[role=alert]").text()).contains("Nothing is lost");
        assertThat(refused.text()).contains("Rash on my arm");
        assertThat(count("patient_request")).isZero();
        stranger.says("reach", Map.of("email", "rosa.two@mail.example", "mobile", "", "way", "EMAIL"))
                .answers("reach");
        assertThat(stranger.sends(stranger.open("check")).path()).endsWith("/ask/sent");
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUESTS_BY_PRACTICE", "REQUESTS_BY_ADDRESS"})
    void noRequestBeyond(Limit limit) {
        String address = "127.0.1." + limit.ordinal();
        Stranger busy = byEmail(address);
        Page check = busy.fillsIn();
        exhaust(limit, limit == Limit.REQUESTS_BY_ADDRESS ? address : surgery.practice());

        assertThat(busy.sends(check).status()).isEqualTo(429);

        assertThat(count("patient_request")).isZero();
        Stranger elsewhere = byEmail("127.0.2." + limit.ordinal());
        Page answer = elsewhere.sends(elsewhere.fillsIn());
        assertThat(answer.status()).isEqualTo(limit == Limit.REQUESTS_BY_ADDRESS ? 200 : 429);
    }

    private Stranger byEmail(String address) {
        return new Stranger(browserAt(address), code)
                .says("reach", Map.of("email", UUID.randomUUID() + "@mail.example", "mobile", "", "way", "EMAIL"));
    }

    @Test
    void whoBeginsTooManyRequestsFromOneAddressIsHeldBackThere() {
        exhaust(Limit.INTAKES_BY_ADDRESS, "192.0.2.77");
        assertThat(intakes.begin(surgery.practice(), "192.0.2.77")).isEmpty();
        assertThat(intakes.begin(surgery.practice(), "192.0.2.78")).isPresent();
        assertThat(count("intake")).isEqualTo(1);
    }

    @Test
    void whoSendsTooManyFilesForRequestsFromOneAddressIsHeldBackThere() {
        exhaust(Limit.REQUEST_FILES_BY_ADDRESS, "127.0.0.76");

        HttpResponse<String> refused = beginsAFile("127.0.0.76");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("That is a lot of files in a short time");
        assertThat(count("attachment")).isZero();
        assertThat(beginsAFile("127.0.0.77").statusCode()).as("from elsewhere").isEqualTo(201);
    }

    private HttpResponse<String> beginsAFile(String address) {
        Stranger stranger = new Stranger(browserAt(address), code);
        Page page = stranger.begins();
        for (String step : List.of("signs", "kind", "about", "safety")) {
            page = stranger.answers(step);
        }
        return stranger.browser.post(
                page,
                "/p/" + code + "/ask/attachments",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                "name=rash.jpg&size=10".getBytes(StandardCharsets.UTF_8));
    }

    private Page video(Browser desk) {
        return desk.open("/patients/" + rosa.id() + "?video");
    }

    private Sending invite() {
        return invitations.send(
                surgery.clinician(), rosa, surgery.clinician().id(), null, mobile, false, UUID.randomUUID());
    }

    private Object key(Limit limit) {
        return switch (limit) {
            case INVITATIONS_BY_STAFF, MESSAGES_BY_STAFF ->
                surgery.practice() + "/" + surgery.clinician().id();
            case INVITATIONS_BY_PRACTICE -> surgery.practice();
            case INVITATIONS_TO_PATIENT, MESSAGES_TO_PATIENT -> surgery.practice() + "/" + rosa.id();
            case SMS_TO_NUMBER -> mobile.value();
            default -> throw new AssertionError(limit);
        };
    }

    private void exhaust(Limit limit, Object key) {
        boolean left = true;
        while (left) {
            left = limits.take(limit, key);
        }
    }

    private int count(String table) {
        return superuser
                .sql("select count(*) from " + table + " where practice_id = :practice")
                .param("practice", surgery.practice().value())
                .query(Integer.class)
                .single();
    }
}
