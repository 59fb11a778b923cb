package uk.anteroom.publicweb;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.testing.Together.together;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.intake.Intakes;
import uk.anteroom.intake.Sending;
import uk.anteroom.intake.Step;
import uk.anteroom.kernel.Postcode;
import uk.anteroom.kernel.PracticeSecret;
import uk.anteroom.patient.PracticeList;
import uk.anteroom.practice.Notice;
import uk.anteroom.practice.Notices;
import uk.anteroom.practice.OpeningHours;
import uk.anteroom.practice.Openings;
import uk.anteroom.practice.Practices;
import uk.anteroom.practice.PublicCode;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Stranger;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;
import uk.anteroom.testing.Timing;

/** Anybody asks a practice for something, page by page, in a browser without script. */
class RequestPagesTest extends RunningService {

    private static final LocalTime NOON = LocalTime.of(12, 0);

    @Autowired
    Cast cast;

    @Autowired
    Practices practices;

    @Autowired
    PracticeList list;

    @Autowired
    Openings openings;

    @Autowired
    Notices notices;

    @Autowired
    Intakes intakes;

    private final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());

    Surgery surgery;
    String code;
    Stranger rosa;

    private record Received(String patient, String kind, String urgency, String title, String body) {}

    @BeforeEach
    void open() {
        surgery = cast.surgery();
        code = practices.get(surgery.practice()).publicCode();
        list.take(surgery.practice(), List.of(surgery.rosa().livingAt(new Postcode("LS1 4AP"))));
        rosa = new Stranger(browser(), code);
    }

    @Test
    void aPatientIsRecognisedAndTheRequestIsTheirs() {
        Page check = rosa.fillsIn();
        assertThat(check.path()).endsWith("/ask/check");
        assertThat(check.text())
                .contains(
                        "Nothing has been sent yet",
                        "Rash on my arm",
                        "It itches.",
                        "3 days",
                        "14 March 1957",
                        "LS1 4AP")
                .contains("rosa@mail.example", "07700 900123", "By text message");

        Page sent = rosa.sends(check);

        assertThat(sent.path()).endsWith("/ask/sent");
        assertThat(sent.text()).contains("We have your request", "01632 960123");
        Received received = received().getFirst();
        assertThat(received.patient()).isEqualTo(surgery.rosa().id().toString());
        assertThat(received.kind()).isEqualTo("MEDICAL");
        assertThat(received.urgency()).isEqualTo("ROUTINE");
        assertThat(received.title()).isEqualTo("Rash on my arm");
        assertThat(received.body())
                .startsWith("It began on Sunday.\nIt itches.\n\n")
                .contains("Getting worse quickly: no", "For how long: 3 days", "Tried: nothing")
                .contains("Needs help: in the next few days", "Wants to hear: by text message");
    }

    @Test
    void aStrangerIsTakenInWithoutAPatientAndReadsTheSame() {
        Page known = rosa.sends(rosa.fillsIn());
        Stranger other = new Stranger(browser(), code)
                .says("who", Map.of("familyName", "Nobody"))
                .says("reach", Map.of("email", "nobody@mail.example", "mobile", ""))
                .says("reach", Map.of("way", "EMAIL"));
        Page unknown = other.sends(other.fillsIn());

        assertThat(received().stream().map(Received::patient).toList())
                .containsExactlyInAnyOrder(surgery.rosa().id().toString(), null);
        assertThat(unknown.status()).isEqualTo(known.status());
        assertThat(withoutReference(unknown)).isEqualTo(withoutReference(known));
    }

    @Test
    void nobodyLearnsFromTheTimeWhetherTheyAreOnTheList() {
        AtomicInteger people = new AtomicInteger();
        Timing.takeEquallyLong(
                () -> timeToSend("Whitfield", people.incrementAndGet()),
                () -> timeToSend("Nobody", people.incrementAndGet()));
    }

    private long timeToSend(String family, int which) {
        Stranger one = new Stranger(browser(), code)
                .says("who", Map.of("familyName", family))
                .says("reach", Map.of("email", family + which + "@mail.example", "mobile", "", "way", "EMAIL"));
        Page check = one.fillsIn();
        long began = System.nanoTime();
        assertThat(one.sends(check).path()).endsWith("/ask/sent");
        return System.nanoTime() - began;
    }

    @Test
    void aSignOfAnEmergencyLeadsToTheTelephoneFirst() {
        rosa.says("signs", Map.of("signs", "SOME"));
        Page ring = rosa.fillsIn();

        assertThat(ring.path()).endsWith("/ask/emergency");
        assertThat(ring.html().select("a[href=tel:999]")).isNotEmpty();
        assertThat(ring.text()).contains("Call 999 now", "Nothing has been sent", "Samaritans");
        assertThat(rosa.open("kind").path()).endsWith("/ask/emergency");
        assertThat(received()).isEmpty();

        Page on = rosa.browser.submit(ring, "form[action$=/ask/emergency]", Map.of());
        assertThat(on.path()).endsWith("/ask/kind");
        for (String step : List.of("kind", "about", "safety", "files", "who")) {
            rosa.answers(step);
        }
        Page check = rosa.answers("reach");
        assertThat(check.text()).contains("Is any of these happening now?");
        rosa.sends(check);
        assertThat(received().getFirst().urgency()).isEqualTo("EMERGENCY");
        assertThat(received().getFirst().body()).contains("was told to call 999");
    }

    @Test
    void aRedFlagMakesItUrgentAndPaperIsNotAskedAboutAnIllness() {
        rosa.says("safety", Map.of("worse", "YES"));
        rosa.sends(rosa.fillsIn());
        Stranger paper = new Stranger(browser(), code).says("kind", Map.of("kind", "ADMINISTRATIVE"));
        Page check = paper.fillsIn();
        assertThat(check.text()).contains("Something on paper").doesNotContain("Is it getting worse quickly?");
        paper.sends(check);

        assertThat(received().stream().map(Received::urgency).toList()).containsExactly("URGENT", "ROUTINE");
        assertThat(received().getLast().body()).doesNotContain("Getting worse");
    }

    @Test
    void wrongAnswersAreSaidAtTheirFieldsAndKept() {
        refused("signs", Map.of("signs", "MAYBE"), "signs");
        rosa.says("signs", Map.of("signs", "NONE")).answers("signs");
        refused("kind", Map.of("kind", Browser.UNTICK), "kind");
        rosa.says("kind", Map.of("kind", "MEDICAL")).answers("kind");
        refused("about", Map.of("title", "", "details", "y".repeat(10_001)), "title", "details");
        refused("about", Map.of("title", "x".repeat(201), "details", "right"), "title");
        assertThat(rosa.open("about").html().selectFirst("#title").attr("value"))
                .hasSize(201);
        rosa.says("about", Map.of("title", "x".repeat(200), "details", "y".repeat(10_000)))
                .answers("about");
        refused(
                "safety",
                Map.of("worse", Browser.UNTICK, "since", "", "tried", "z".repeat(1_001), "soon", Browser.UNTICK),
                "worse",
                "since",
                "tried",
                "soon");
        rosa.says("safety", Map.of("worse", "NO", "since", "long", "tried", "", "soon", "NO_HURRY"))
                .answers("safety");
        rosa.answers("files");
        refused(
                "who",
                Map.of("givenName", "", "familyName", "", "day", "31", "month", "2", "postcode", ""),
                "givenName",
                "familyName",
                "birth-day",
                "postcode");
        refused(
                "who",
                Map.of("givenName", "Rosa", "familyName", "W", "month", "3", "nhsNumber", "123", "postcode", "L"),
                "nhsNumber",
                "postcode");
        rosa.says("who", Map.of("nhsNumber", "999 014 7256", "postcode", "")).answers("who");
        refused("reach", Map.of("email", "", "mobile", "", "way", Browser.UNTICK), "email", "way");
        refused("reach", Map.of("email", "rosa@", "mobile", "01632 960123", "way", "CALL"), "email", "mobile");
        refused("reach", Map.of("email", "rosa@mail.example", "mobile", "", "way", "CALL"), "mobile");
        refused("reach", Map.of("email", "", "mobile", "07700 900123", "way", "EMAIL"), "email");
        assertThat(received()).isEmpty();
    }

    private void refused(String step, Map<String, String> answers, String... fields) {
        if (rosa.browser.cookies().get("__Host-ask") == null) {
            rosa.begins();
        }
        Page page = rosa.says(step, answers).answers(step);
        assertThat(page.status()).as(step).isEqualTo(422);
        assertThat(page.html().select(".nhsuk-error-summary a").eachAttr("href"))
                .containsExactlyInAnyOrder(
                        Arrays.stream(fields).map(field -> "#" + field).toArray(String[]::new));
        for (String field : fields) {
            assertThat(page.html().select("#" + field)).as(field).hasSize(1);
        }
        answers.forEach((field, typed) -> {
            var there = page.html().selectFirst("[name=" + field + "]");
            if (there.attr("type").equals("radio")) {
                return;
            }
            assertThat(there.normalName().equals("textarea") ? there.wholeText() : there.attr("value"))
                    .as(field)
                    .isEqualTo(typed);
        });
    }

    @Test
    void goingBackAndReloadingLoseNothing() {
        Page check = rosa.fillsIn();
        for (String step : List.of("signs", "kind", "about", "safety", "files", "who", "reach")) {
            Page again = rosa.open(step);
            assertThat(again.path()).endsWith("/ask/" + step);
            // sent again as it stands there
            assertThat(rosa.browser
                            .submit(again, "form[action$=/ask/" + step + "]", Map.of())
                            .path())
                    .endsWith("/ask/check");
        }
        assertThat(answersOf(rosa.open("check"))).isEqualTo(answersOf(check));
        Page changed = rosa.says("about", Map.of("title", "Another rash")).answers("about");
        assertThat(changed.path()).endsWith("/ask/check");
        assertThat(changed.text()).contains("Another rash");
        assertThat(rosa.browser.open("/p/" + code).text()).contains("You have begun to write to us");
        assertThat(rosa.begins().path()).endsWith("/ask/check");
    }

    @Test
    void noQuestionIsAskedBeforeThoseInFrontOfIt() {
        rosa.begins();
        for (String step : List.of("kind", "about", "safety", "files", "who", "reach", "check", "sent")) {
            assertThat(rosa.open(step).path()).as(step).isIn("/p/" + code + "/ask/signs", "/p/" + code);
        }
        String token = Browser.token(rosa.open("signs"));
        Page early = rosa.browser.post("/p/" + code + "/ask/sending", Map.of("_csrf", token));
        assertThat(early.path()).endsWith("/ask/signs");
        assertThat(received()).isEmpty();
    }

    @Test
    void pressingTwiceOrAtOnceIsOneRequest() {
        Page check = rosa.fillsIn();
        List<Page> pages = together(6, i -> {
            Browser same = browser();
            same.cookies().putAll(rosa.browser.cookies());
            return same.submit(check, "form[action$=/ask/sending]", Map.of());
        });
        assertThat(pages).allSatisfy(page -> assertThat(page.path()).endsWith("/ask/sent"));
        assertThat(pages.stream().map(RequestPagesTest::reference).distinct()).hasSize(1);
        assertThat(rosa.sends(check).path()).endsWith("/ask/sent");
        assertThat(received()).hasSize(1);
        assertThat(rosa.open("about").path()).endsWith("/ask/sent");
        assertThat(rosa.begins().path()).endsWith("/ask/signs");
        assertThat(rosa.open("signs").html().select("input[checked]")).isEmpty();
    }

    @Test
    void nothingIsLeftOfTheAnswersOnceTheyAreSentOrDeleted() {
        rosa.sends(rosa.fillsIn());
        assertThat(intakesWithAnswers()).isZero();
        Stranger other = new Stranger(browser(), code);
        Page check = other.fillsIn();
        assertThat(intakesWithAnswers()).isOne();
        Page deleted = other.browser.submit(check, "form[action$=/ask/removal]", Map.of());
        assertThat(deleted.text()).contains("has been deleted. Nothing was sent.");
        assertThat(intakesWithAnswers()).isZero();
        assertThat(other.browser.cookies()).doesNotContainKey("__Host-ask");
        assertThat(other.open("check").path()).isEqualTo("/p/" + code + "?note=gone");
        assertThat(received()).hasSize(1);
    }

    @Test
    void answersAreSealedAndTheirKeyIsNowhere() {
        rosa.fillsIn();
        String row = superuser
                .sql(
                        "select encode(answers_sealed, 'escape') || encode(key_hash, 'hex') from intake where practice_id = :practice")
                .param("practice", surgery.practice().value())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain("Rosa", "Rash", "LS1");
        assertThat(row).doesNotContain(rosa.browser.cookies().get("__Host-ask").split("\\.")[1]);
    }

    @Test
    void answersThatNobodyTouchedForHoursAreGone() {
        rosa.fillsIn();
        superuser
                .sql("update intake set touched_at = touched_at - interval '4 hours' where practice_id = :practice")
                .param("practice", surgery.practice().value())
                .update();
        Page gone = rosa.open("check");
        assertThat(gone.path()).isEqualTo("/p/" + code + "?note=gone");
        assertThat(gone.text()).contains("What you wrote is not here any more");
    }

    @Test
    void whoWritesNowIsCounted() {
        assertThat(intakes.writingNow(surgery.practice())).isZero();
        Page check = rosa.fillsIn();
        new Stranger(browser(), code).begins();
        assertThat(intakes.writingNow(surgery.practice())).isEqualTo(2);
        rosa.sends(check);
        assertThat(intakes.writingNow(surgery.practice())).isEqualTo(1);
        superuser
                .sql("update intake set touched_at = touched_at - interval '10 minutes' where practice_id = :practice")
                .param("practice", surgery.practice().value())
                .update();
        assertThat(intakes.writingNow(surgery.practice())).isZero();
    }

    @Test
    void whatIsNotAnsweredIsNotSent() {
        PracticeSecret key = intakes.begin(surgery.practice(), "192.0.2.79").orElseThrow();
        assertThat(intakes.send(key, "192.0.2.79")).isEqualTo(new Sending.Unfinished(Step.SIGNS));
        assertThat(received()).isEmpty();
    }

    @Test
    void aKeyOpensNothingAtAnotherPractice() {
        rosa.fillsIn();
        Surgery other = cast.surgery();
        String there = practices.get(other.practice()).publicCode();
        assertThat(rosa.browser.open("/p/" + there + "/ask/check").path()).isEqualTo("/p/" + there + "?note=gone");
        String forged = other.practice() + "."
                + rosa.browser.cookies().get("__Host-ask").split("\\.")[1];
        rosa.browser.cookies().put("__Host-ask", forged);
        assertThat(rosa.browser.open("/p/" + there + "/ask/check").path()).isEqualTo("/p/" + there + "?note=gone");
    }

    @Test
    void hostileAnswersStayWords() {
        rosa.says(
                "about", Map.of("title", "<script>x</script>\u202e", "details", "[[${7*7}]] <b>bold</b>\u2066\u0007"));
        rosa.says("who", Map.of("givenName", "Ro\u200fsa", "familyName", "Robert'); drop table patient;--"));
        Page check = rosa.fillsIn();
        assertThat(check.html().select("main script, main b:contains(bold)")).isEmpty();
        assertThat(check.text()).contains("<script>x</script>", "[[${7*7}]] <b>bold</b>");
        rosa.sends(check);
        assertThat(received().getFirst().title()).isEqualTo("<script>x</script>");
        assertThat(received().getFirst().body()).startsWith("[[${7*7}]] <b>bold</b>\n\n");

        Stranger other = new Stranger(browser(), code);
        other.begins();
        other.answers("signs");
        other.answers("kind");
        assertThat(other.says("about", Map.of("title", "NUL\u0000"))
                        .answers("about")
                        .status())
                .isEqualTo(400);
        assertThat(other.says("about", Map.of("title", "x", "details", "d".repeat(20_000)))
                        .answers("about")
                        .status())
                .isEqualTo(422);
        assertThat(other.open("about").html().selectFirst("#details").wholeText())
                .hasSize(20_000);
        assertThat(other.says("about", Map.of("details", "d".repeat(200_000)))
                        .answers("about")
                        .status())
                .isIn(400, 413);
        // the longest that may be written fits, whatever letters it is written in
        assertThat(other.says("about", Map.of("details", "\u0995".repeat(10_000)))
                        .answers("about")
                        .path())
                .endsWith("/ask/safety");
        assertThat(other.open("nothing-like-it").status()).isEqualTo(404);
    }

    @Test
    void aFormWithoutItsTokenOrFromAnotherSiteIsRefused() {
        rosa.begins();
        assertThat(rosa.browser
                        .post("/p/" + code + "/ask/signs", Map.of("signs", "NONE"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anUnknownCodeSaysWhereToLookForTheRightOne() {
        Page unknown = browser().open("/p/xxx");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.html().selectFirst("h1").text()).isEqualTo("There is no surgery at this address");
        assertThat(unknown.text()).contains("ring your surgery", "999");
        assertThat(browser().open("/p/toolong/ask/check").status()).isEqualTo(404);
        assertThat(browser().open("/p/" + code + "/nothing").status()).isEqualTo(404);
    }

    @Test
    void aFormerCodeLeadsToTheNewOneAlsoInTheMiddleOfWriting() {
        rosa.begins();
        Page form = rosa.open("signs");
        String fresh = "y" + code.substring(1, 4);
        assertThat(practices.publicCode(surgery.manager(), new PublicCode(fresh)))
                .isTrue();

        assertThat(browser().open("/p/" + code).path()).isEqualTo("/p/" + fresh);
        assertThat(browser().open("/p/" + fresh.toUpperCase(Locale.ROOT)).path())
                .isEqualTo("/p/" + fresh);
        Page next = rosa.submits(form, "signs");
        assertThat(next.path()).isEqualTo("/p/" + fresh + "/ask/kind");
    }

    @Test
    void thePageSaysWhenThePracticeIsOpenAndWhatHelpsWhenItIsNot() {
        Page silent = browser().open("/p/" + code);
        assertThat(silent.text()).contains("Test Surgery", "01632 960123").doesNotContain("Open now", "Closed now");
        notices.set(surgery.manager(), new Notice("We answer within a day.", "We are closed.\nHappy holidays."));
        LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
        openings.set(surgery.manager(), new OpeningHours(everyDay(LocalTime.MIN, LocalTime.of(23, 59, 59)), Set.of()));
        Page open = browser().open("/p/" + code);
        assertThat(open.text()).contains("Open now until 23:59", "We answer within a day.", "Opening hours", "Monday");
        assertThat(open.text()).doesNotContain("We are closed");

        openings.set(surgery.manager(), new OpeningHours(everyDay(NOON, NOON.plusMinutes(1)), Set.of(today)));
        Page closed = browser().open("/p/" + code);
        assertThat(closed.text())
                .contains("Closed now. We open tomorrow at 12:00", "Happy holidays.", "call 111")
                .doesNotContain("We answer within a day.");
        assertThat(closed.html().select("a[href=tel:111]")).isNotEmpty();
        Page sent = rosa.sends(rosa.fillsIn());
        assertThat(sent.text()).contains("Closed now. We open tomorrow at 12:00", "call 111");
    }

    @Test
    void addressesAndPagesTellNothingPersonal() {
        Page sent = rosa.sends(rosa.fillsIn());
        assertThat(sent.text()).doesNotContain("Rosa", "Whitfield", "rosa@mail.example", "900123", "LS1");
        assertThat(sent.path()).isEqualTo("/p/" + code + "/ask/sent");
        assertThat(sent.response().headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(reference(sent)).matches("[0-9A-F]{4} [0-9A-F]{4}");
    }

    private static Map<DayOfWeek, OpeningHours.Span> everyDay(LocalTime from, LocalTime to) {
        Map<DayOfWeek, OpeningHours.Span> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, new OpeningHours.Span(from, to));
        }
        return week;
    }

    private static List<String> answersOf(Page check) {
        return check.html().select("dd p").eachText();
    }

    private static String reference(Page sent) {
        return sent.html().selectFirst("main b.a-num").text();
    }

    private static String withoutReference(Page sent) {
        return Pattern.compile(reference(sent)).matcher(sent.text()).replaceAll("");
    }

    private int intakesWithAnswers() {
        return superuser
                .sql("select count(*) from intake where practice_id = :practice and answers_sealed is not null")
                .param("practice", surgery.practice().value())
                .query(Integer.class)
                .single();
    }

    private List<Received> received() {
        return superuser
                .sql("""
                        select patient_id, kind, urgency, title, body from patient_request
                        where practice_id = :practice order by received_at
                        """)
                .param("practice", surgery.practice().value())
                .query((row, n) -> new Received(
                        row.getString("patient_id"),
                        row.getString("kind"),
                        row.getString("urgency"),
                        row.getString("title"),
                        row.getString("body")))
                .list();
    }
}
