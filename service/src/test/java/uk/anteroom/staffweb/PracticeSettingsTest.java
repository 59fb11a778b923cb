package uk.anteroom.staffweb;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.testing.Together.together;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.practice.LinkLife;
import uk.anteroom.practice.OpenState;
import uk.anteroom.practice.OpeningHours;
import uk.anteroom.practice.Openings;
import uk.anteroom.practice.Practices;
import uk.anteroom.practice.PublicCode;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** What a practice manager says of the practice: its telephone, hours, words, code, and how long links work. */
class PracticeSettingsTest extends RunningService {

    /** Each card, something right for it, something wrong, and the field where that is said. */
    private record Card(String path, Map<String, String> right, Map<String, String> wrong, String field, String act) {}

    private static final List<Card> CARDS = List.of(
            new Card(
                    "/settings/telephone",
                    Map.of("telephone", "020 7946 0001"),
                    Map.of("telephone", "ring us"),
                    "telephone",
                    "practice.telephone_changed"),
            new Card(
                    "/settings/link-life",
                    Map.of("linkHours", "48"),
                    Map.of("linkHours", "169"),
                    "linkHours",
                    "practice.link_life_changed"),
            new Card(
                    "/settings/notice",
                    Map.of("noticeWords", "Write to us.\n\nWe answer.", "noticeClosed", "We are asleep."),
                    Map.of("noticeWords", "x".repeat(2_001)),
                    "noticeWords",
                    "practice.notice_changed"),
            new Card(
                    "/settings/opening-hours",
                    Map.of("monday-from", "8", "monday-to", "6.30pm", "closedDays", "25 December 2035\n26/12/2035"),
                    Map.of("monday-from", "18:30", "monday-to", "8:00"),
                    "monday-to",
                    "practice.hours_changed"));

    /** Three letters: those of the practices of tests have four. */
    private static final AtomicInteger CODES = new AtomicInteger();

    @Autowired
    Cast cast;

    @Autowired
    Practices practices;

    @Autowired
    Openings openings;

    Surgery surgery;
    Browser browser;

    @BeforeEach
    void open() {
        surgery = cast.surgery();
        browser = browser();
        browser.signIn(surgery.manager());
    }

    @Test
    void eachChangeIsSavedAndAuditedOnceWithWhoAndWhich() {
        for (Card card : CARDS) {
            for (int i = 0; i < 2; i++) {
                Page saved = submit(card.path(), card.right());
                assertThat(saved.path()).isEqualTo("/settings?saved");
            }
            assertThat(audited()).containsOnlyOnce(card.act());
        }
        assertThat(audited()).hasSize(CARDS.size());
        Page page = browser.open("/settings");
        assertThat(page.html().selectFirst("#telephone").attr("value")).isEqualTo("020 7946 0001");
        assertThat(page.html().selectFirst("#linkHours").attr("value")).isEqualTo("48");
        assertThat(page.html().selectFirst("#noticeWords").wholeText()).isEqualTo("Write to us.\n\nWe answer.");
        assertThat(page.html().selectFirst("#noticeClosed").wholeText()).isEqualTo("We are asleep.");
        assertThat(page.html().selectFirst("#monday-from").attr("value")).isEqualTo("08:00");
        assertThat(page.html().selectFirst("#monday-to").attr("value")).isEqualTo("18:30");
        assertThat(page.html().selectFirst("#tuesday-from").attr("value")).isEmpty();
        assertThat(page.html().selectFirst("#closedDays").wholeText()).isEqualTo("25 December 2035\n26 December 2035");
        assertThat(practices.get(surgery.practice()).telephone()).isEqualTo("020 7946 0001");
        assertThat(practices.get(surgery.practice()).linkLife()).isEqualTo(Duration.ofHours(48));
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldWithWhatWasTypedStillThere() {
        for (Card card : CARDS) {
            Page refused = submit(card.path(), card.wrong());
            assertThat(refused.status()).as(card.path()).isEqualTo(422);
            card.wrong().forEach((field, typed) -> {
                var there = refused.html().selectFirst("#" + field);
                assertThat(there.normalName().equals("textarea") ? there.wholeText() : there.attr("value"))
                        .isEqualTo(typed);
            });
            assertThat(refused.html().select("form[action=" + card.path() + "] .nhsuk-error-message"))
                    .as(card.path())
                    .hasSize(1);
            assertThat(refused.html().select(".nhsuk-error-message")).hasSize(1);
        }
        assertThat(audited()).isEmpty();
    }

    @Test
    void onlyPracticeManagersChangeAnything() {
        for (StaffMember other : List.of(surgery.clinician(), surgery.receptionist())) {
            Browser theirs = browser();
            theirs.signIn(other);
            String token = Browser.token(theirs.open("/patients"));
            for (Card card : CARDS) {
                Map<String, String> fields = new HashMap<>(card.right());
                fields.put("_csrf", token);
                assertThat(theirs.post(card.path(), fields).status())
                        .as(card.path())
                        .isEqualTo(403);
            }
            assertThat(theirs.post("/settings/public-code", Map.of("publicCode", nextCode(), "_csrf", token))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(audited()).isEmpty();
    }

    @Test
    void hoursCountAtOnceByTheClockOnTheWallInSummerAndWinter() {
        submit("/settings/opening-hours", Map.of("monday-from", "8:00", "monday-to", "18:30"));
        ZoneId london = ZoneId.of("Europe/London");
        for (LocalDate monday : List.of(LocalDate.of(2026, 7, 6), LocalDate.of(2026, 11, 30))) {
            assertThat(openings.at(
                            surgery.practice(),
                            monday.atTime(8, 0).atZone(london).toInstant()))
                    .isEqualTo(new OpenState.Open(LocalTime.of(18, 30)));
            assertThat(openings.at(
                            surgery.practice(),
                            monday.atTime(7, 59).atZone(london).toInstant()))
                    .isEqualTo(new OpenState.Closed(monday.atTime(8, 0)));
        }
    }

    @Test
    void hoursThatAreEmptiedAreNotSaidAnyMore() {
        submit("/settings/opening-hours", Map.of("monday-from", "8:00", "monday-to", "18:30"));
        submit("/settings/opening-hours", Map.of("monday-from", "", "monday-to", ""));

        assertThat(openings.of(surgery.practice())).isEqualTo(OpeningHours.notSaid());
    }

    @Test
    void managersWhoSaveHoursTogetherLeaveOneOfThem() {
        List<OpeningHours> each = List.of(hours(7), hours(8), hours(9), hours(10));
        together(each.size(), i -> {
            openings.set(surgery.manager(), each.get(i));
            return i;
        });
        assertThat(each).contains(openings.of(surgery.practice()));
    }

    @Test
    void closedDaysThatAreNoDatesAreRefused() {
        Page refused = submit("/settings/opening-hours", Map.of("closedDays", "Christmas"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("“Christmas” is not a date");
        assertThat(submit("/settings/opening-hours", Map.of("closedDays", "31 February 2030"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void markupInTheWordsOfAPracticeStaysWords() {
        submit("/settings/notice", Map.of("noticeWords", "<script>alert(1)</script> & more"));
        Page page = browser.open("/settings");
        assertThat(page.html().selectFirst("#noticeWords").wholeText()).isEqualTo("<script>alert(1)</script> & more");
        assertThat(submit("/settings/notice", Map.of("noticeWords", "turned \u202e round"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aFormerCodeStillLeadsToItsPracticeAndToNoOther() {
        String former = practices.get(surgery.practice()).publicCode();
        String code = nextCode();
        assertThat(submit("/settings/public-code", Map.of("publicCode", code.toUpperCase(Locale.ROOT)))
                        .path())
                .isEqualTo("/settings?saved");

        assertThat(practices.get(surgery.practice()).publicCode()).isEqualTo(code);
        assertThat(practices.withCode(former)).contains(surgery.practice());
        assertThat(practices.withCode(code)).contains(surgery.practice());
        assertThat(audited()).containsExactly("practice.public_code_changed");

        Surgery other = cast.surgery();
        Browser theirs = browser();
        theirs.signIn(other.manager());
        for (String taken : List.of(former, code)) {
            Page refused = theirs.submit(
                    theirs.open("/settings"), "form[action=/settings/public-code]", Map.of("publicCode", taken));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text()).contains("Another practice has this code");
            assertThat(refused.html().selectFirst("#publicCode").attr("value")).isEqualTo(taken);
        }
        assertThat(practices.withCode(former)).contains(surgery.practice());
        assertThat(submit("/settings/public-code", Map.of("publicCode", former)).path())
                .isEqualTo("/settings?saved");
    }

    @Test
    void ofPracticesThatWantTheSameCodeAtOnceOneGetsIt() {
        List<Surgery> many = List.of(surgery, cast.surgery(), cast.surgery(), cast.surgery());
        String code = nextCode();
        List<Boolean> got =
                together(many.size(), i -> practices.publicCode(many.get(i).manager(), new PublicCode(code)));
        assertThat(got).containsOnlyOnce(true);
        Surgery winner = many.get(got.indexOf(true));
        assertThat(practices.withCode(code)).contains(winner.practice());
    }

    @Test
    void linksThatAreSentFromNowOnLiveThatLong() {
        practices.linkLife(surgery.manager(), new LinkLife(Duration.ofHours(3)));
        assertThat(practices.get(surgery.practice()).linkLife()).isEqualTo(Duration.ofHours(3));
        browser = browser();
        browser.signIn(surgery.clinician());
        assertThat(browser.open("/patients/" + surgery.rosa().id() + "?video").text())
                .contains("3 hours");
    }

    private static OpeningHours hours(int from) {
        return new OpeningHours(
                Map.of(DayOfWeek.MONDAY, new OpeningHours.Span(LocalTime.of(from, 0), LocalTime.of(18, 0))),
                Set.of(LocalDateTime.of(2035, 12, from, 0, 0).toLocalDate()));
    }

    private Page submit(String card, Map<String, String> typed) {
        return browser.submit(browser.open("/settings"), "form[action=" + card + "]", typed);
    }

    private static String nextCode() {
        int number = CODES.getAndIncrement();
        return "z" + (char) ('a' + number / 26 % 26) + (char) ('a' + number % 26);
    }

    private List<String> audited() {
        return JdbcClient.create(TestDatabase.get().superuser())
                .sql("""
                        select action from audit_entry
                        where practice_id = :practice and action like 'practice.%' and actor_id = :manager
                        order by entry_id
                        """)
                .param("practice", surgery.practice().value())
                .param("manager", surgery.manager().id().value())
                .query(String.class)
                .list();
    }
}
