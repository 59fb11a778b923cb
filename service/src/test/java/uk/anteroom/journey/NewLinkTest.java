package uk.anteroom.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.testing.Eventually.eventually;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.consultation.Outcome;
import uk.anteroom.consultation.Outcomes;
import uk.anteroom.invitation.Invitation;
import uk.anteroom.invitation.Invitations;
import uk.anteroom.invitation.LinkToken;
import uk.anteroom.invitation.NewLink;
import uk.anteroom.invitation.NewLinks;
import uk.anteroom.invitation.Sending;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;
import uk.anteroom.testing.TextMessages;

/** Whoever holds a link that cannot be used asks for a new one. */
class NewLinkTest extends RunningService {

    private static final String ASK = "form[action$=/new-link]";

    @Autowired
    Cast cast;

    @Autowired
    Story story;

    @Autowired
    Invitations invitations;

    @Autowired
    NewLinks newLinks;

    @Autowired
    Outcomes outcomes;

    @Autowired
    TextMessages texts;

    final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());

    Surgery surgery;
    Browser phone;

    @BeforeEach
    void open() {
        surgery = cast.surgery();
        phone = browser();
    }

    @Test
    void anOldLinkToAnOpenConsultationIsReplacedByItselfWhereItWent() {
        String oneOff = "07700 900401";
        Sending.Sent sent = invited(oneOff);
        String old = link(sent);
        tooOld(sent);

        Page asked = ask(old);

        assertThat(asked.path()).isEqualTo(old + "?asked");
        assertThat(asked.text()).contains("You asked for a new link", "01632 960123");
        eventually("the new link", () -> texts.to(oneOff).size() == 2);
        String renewed = texts.to(oneOff).getLast().text().replaceAll("(?s).*(/v/\\w+).*", "$1");
        assertThat(renewed).isNotEqualTo(old);
        assertThat(phone.open(old).status()).isEqualTo(404);
        assertThat(phone.open(renewed).text()).contains("Video call with Dr Amara Okafor");
        assertThat(newLinks.lines(surgery.clinician())).isEmpty();
        assertThat(invitations.of(surgery.clinician(), sent.consultation()))
                .as("nothing went to another place")
                .allSatisfy(invitation -> assertThat(invitation.to().shown()).isEqualTo(oneOff));
    }

    @Test
    void itIsSentByItselfTwiceAndThenItIsALine() {
        Sending.Sent sent = invited("07700 900402");
        String old = link(sent);
        tooOld(sent);
        for (int texted = 2; texted <= 3; texted++) {
            int so = texted;
            ask(old);
            eventually("link " + texted, () -> texts.to("07700 900402").size() == so);
        }
        ask(old);
        assertThat(line().why()).isEqualTo(NewLink.Why.ENOUGH);
        assertThat(texts.to("07700 900402")).hasSize(3);
    }

    @Test
    void askingAnewBuysNoFurtherGuessesAtADateOfBirth() {
        Sending.Sent sent = invited("07700 900403");
        set(sent, "attempts_left = 2");
        tooOld(sent);
        ask(link(sent));
        eventually("the new link", () -> texts.to("07700 900403").size() == 2);
        assertThat(invitations.of(surgery.clinician(), sent.consultation()))
                .extracting(Invitation::attemptsLeft)
                .containsExactly(2, 2);
    }

    @Test
    void aLinkThatWasClosedOrWithdrawnOrIsOverIsNeverReplacedByItself() {
        Sending.Sent locked = invited("07700 900404");
        String lockedLink = link(locked);
        set(locked, "attempts_left = 0, locked_at = clock_timestamp(), link_sealed = null");
        ask(lockedLink);
        assertThat(line().why()).isEqualTo(NewLink.Why.LOCKED);

        Sending.Sent withdrawn = invited("07700 900405");
        String withdrawnLink = link(withdrawn);
        invitations.withdraw(surgery.clinician(), withdrawn.invitation());
        assertThat(newLinks.lines(surgery.clinician()))
                .as("who was invited has a link")
                .isEmpty();
        ask(withdrawnLink);
        assertThat(line().why()).isEqualTo(NewLink.Why.WITHDRAWN);
        newLinks.dismiss(surgery.clinician(), line().id());

        var ended = story.ended(surgery);
        String endedLink = link(new Sending.Sent(
                ended, invitations.of(surgery.clinician(), ended).getFirst().id()));
        outcomes.decide(surgery.clinician(), ended, Outcome.COMPLETED, null);
        ask(endedLink);
        assertThat(line().why()).isEqualTo(NewLink.Why.OVER);
        assertThat(texts.to("07700 900404")).hasSize(1);
        assertThat(texts.to("07700 900405")).hasSize(1);
    }

    @Test
    void whateverTheLinkTheAnswerIsTheSame() {
        Sending.Sent sent = invited("07700 900406");
        String expired = link(sent);
        tooOld(sent);
        Sending.Sent second = invited("07700 900407");
        String locked = link(second);
        set(second, "attempts_left = 0, locked_at = clock_timestamp(), link_sealed = null");
        String code = expired.substring(3, 7);
        List<Page> asked = List.of(ask(expired), ask(locked), ask("/v/" + code + "0".repeat(22)));
        assertThat(asked).extracting(Page::status).containsOnly(404);
        assertThat(asked.stream().map(Page::text).distinct()).hasSize(1);
        // without a practice there is no number to ring, and that is all that differs
        List<Page> nobodys = List.of(ask("/v/zzzz" + "0".repeat(22)), ask("/v/x"));
        assertThat(nobodys).extracting(Page::status).containsOnly(404);
        assertThat(nobodys.stream().map(Page::text).distinct()).hasSize(1);
        assertThat(nobodys.getFirst().text())
                .contains("You asked for a new link", "Ring your surgery")
                .doesNotContain("01632");
        eventually("all wishes are answered", () -> jobs() == 0);
        assertThat(superuser
                        .sql("select count(*) from new_link where practice_id = :practice")
                        .param("practice", surgery.practice().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aJobNamesNoLink() {
        LinkToken never = LinkToken.read("aaaa" + "0".repeat(22)).orElseThrow();
        assertThat(never.toString()).doesNotContain("0000");
        Sending.Sent sent = invited("07700 900408");
        tooOld(sent);
        String token = link(sent).substring("/v/".length());
        ask(link(sent));
        assertThat(superuser
                        .sql(
                                "select count(*) from scheduled_tasks where task_instance like :token or task_data is not null")
                        .param("token", "%" + token.substring(4) + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void staffSeeWhoAskedAndInviteAgain() {
        Sending.Sent sent = invited("07700 900409");
        String old = link(sent);
        set(sent, "attempts_left = 0, locked_at = clock_timestamp(), link_sealed = null");
        ask(old);
        line();
        ask(old);
        eventually("it is still one line", () -> line().times() == 2);
        Browser staff = browser();
        staff.signIn(surgery.receptionist());
        for (String where : List.of("/requests", "/waiting")) {
            assertThat(staff.open(where)
                            .html()
                            .select("[aria-labelledby=new-links]")
                            .text())
                    .as(where)
                    .contains("Rosa Whitfield", "Asked 2 times", "Closed after 5 wrong dates of birth")
                    .contains("07700 900409", "Dr Amara Okafor", "Ring first");
        }
        Page form = staff.open(staff.open("/requests")
                .html()
                .select("[aria-labelledby=new-links] a")
                .attr("href"));
        staff.submit(
                form,
                "form[action$=/invitations]",
                Map.of("clinician", surgery.clinician().id().toString()));
        assertThat(staff.open("/requests").text()).doesNotContain("Asked for a new link");
        assertThat(newLinks.lines(surgery.clinician())).isEmpty();
    }

    @Test
    void aLineIsDismissedByWhoMayAndOnlyInItsPractice() {
        Sending.Sent sent = invited("07700 900410");
        String old = link(sent);
        invitations.withdraw(surgery.clinician(), sent.invitation());
        ask(old);
        NewLink line = line();
        Surgery other = cast.surgery();
        assertThat(newLinks.lines(other.clinician())).isEmpty();
        newLinks.dismiss(other.clinician(), line.id());
        assertThat(line()).isEqualTo(line);
        Browser manager = browser();
        Page list = manager.signIn(surgery.manager());
        assertThat(manager.post("/new-links/" + line.id() + "/dismissal", Map.of("_csrf", Browser.token(list)))
                        .status())
                .isEqualTo(403);
        Browser staff = browser();
        staff.signIn(surgery.clinician());
        Page board = staff.submit(staff.open("/waiting"), "form[action$=/dismissal]", Map.of());
        assertThat(board.path()).isEqualTo("/waiting");
        assertThat(board.text()).doesNotContain("Asked for a new link");
        assertThat(superuser
                        .sql(
                                "select count(*) from audit_entry where practice_id = :practice and action in ('new_link.asked_for', 'new_link.dismissed')")
                        .param("practice", surgery.practice().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void oneAddressCannotAskForEver() {
        int asked = 0;
        while (newLinks.ask("no link at all", "203.0.113.77")) {
            asked++;
        }
        // twenty, and a hundred times as many in tests; the bucket fills up again while it is emptied
        assertThat(asked).isBetween(2_000, 2_100);
        assertThat(newLinks.ask("no link at all", "203.0.113.78")).isTrue();
    }

    private Page ask(String link) {
        Page unusable = phone.open(link);
        assertThat(unusable.text()).contains("You cannot use this link", "Or ask for a new link");
        return phone.submit(unusable, ASK, Map.of());
    }

    /** The one line, once it stands. */
    private NewLink line() {
        eventually("the line", () -> newLinks.lines(surgery.clinician()).size() == 1);
        return newLinks.lines(surgery.clinician()).getFirst();
    }

    private int jobs() {
        return superuser
                .sql(
                        "select count(*) from scheduled_tasks where task_name = 'new-link' and task_instance like :practice")
                .param("practice", surgery.practice() + "/%")
                .query(Integer.class)
                .single();
    }

    private Sending.Sent invited(String number) {
        int before = texts.to(number).size();
        Sending.Sent sent = (Sending.Sent) invitations.send(
                surgery.clinician(),
                surgery.rosa(),
                surgery.clinician().id(),
                null,
                new MobileNumber("+44" + number.substring(1).replace(" ", "")),
                false,
                UUID.randomUUID());
        eventually("the first link", () -> texts.to(number).size() == before + 1);
        return sent;
    }

    private String link(Sending.Sent sent) {
        return invitations
                .link(surgery.clinician(), sent.invitation())
                .orElseThrow()
                .getPath();
    }

    private void tooOld(Sending.Sent sent) {
        set(sent, "dies_at = clock_timestamp() - interval '1 minute'");
    }

    private void set(Sending.Sent sent, String what) {
        superuser
                .sql("update invitation set " + what + " where practice_id = :practice and invitation_id = :id")
                .param("practice", surgery.practice().value())
                .param("id", sent.invitation().value())
                .update();
    }
}
