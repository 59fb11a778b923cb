package uk.anteroom.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.testing.Eventually.eventually;
import static uk.anteroom.testing.Together.together;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.patient.Patient;
import uk.anteroom.practice.Role;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.Assignee;
import uk.anteroom.request.Assignments;
import uk.anteroom.request.Closings;
import uk.anteroom.request.NewRequest;
import uk.anteroom.request.PatientRequest.Kind;
import uk.anteroom.request.PatientRequest.Urgency;
import uk.anteroom.request.RequestId;
import uk.anteroom.request.Requests;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.Listener;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** Staff find every request, know whose it is and who looks at it, and do not do the same work twice. */
class InboxTest extends RunningService {

    @Autowired
    Cast cast;

    @Autowired
    Requests requests;

    @Autowired
    Assignments assignments;

    @Autowired
    Closings closings;

    final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());

    Surgery surgery;
    Browser desk;

    @BeforeEach
    void open() {
        surgery = cast.surgery();
        desk = browser();
        desk.signIn(surgery.receptionist());
    }

    @Test
    void emergencyAndUrgentComeFirstThenTheOldest() {
        ask("Old and routine", Urgency.ROUTINE, 300);
        ask("New and routine", Urgency.ROUTINE, 1);
        ask("New and urgent", Urgency.URGENT, 2);
        ask("Old and urgent", Urgency.URGENT, 200);
        ask("An emergency", Urgency.EMERGENCY, 1);

        assertThat(titles(desk.open("/requests")))
                .containsExactly(
                        "An emergency", "Old and urgent", "New and urgent", "Old and routine", "New and routine");
        assertThat(desk.open("/requests").html().select("tr.a-emergencyrow").text())
                .contains("Emergency");
    }

    @Test
    void aLongListGoesOnWhereItEndedWhateverComesMeanwhile() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            String title = "Request " + (1000 + i);
            ask(title, Urgency.ROUTINE, 500 - i);
            expected.add(title);
        }
        Page page = desk.open("/requests");
        List<String> seen = new ArrayList<>(titles(page));
        ask("Comes first and was not there", Urgency.EMERGENCY, 0);
        while (!page.html().select("a[href*=after]").isEmpty()) {
            page = desk.open(page.html().select("a[href*=after]").attr("href"));
            seen.addAll(titles(page));
        }
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void listsAreTakenFromEachOther() {
        RequestId mine = ask("Mine", Urgency.ROUTINE, 5);
        ask("Nobody's", Urgency.ROUTINE, 4);
        RequestId done = ask("Done", Urgency.ROUTINE, 3);
        assertThat(assignments.assign(
                        surgery.receptionist(), mine, new Assignee.Nobody(), member(surgery.receptionist())))
                .isTrue();
        closings.complete(surgery.clinician(), done);

        assertThat(titles(desk.open("/requests"))).containsExactly("Nobody's");
        assertThat(titles(desk.open("/requests?box=mine"))).containsExactly("Mine");
        assertThat(titles(desk.open("/requests?box=all"))).containsExactly("Mine", "Nobody's");
        Page closed = desk.open("/requests?box=closed");
        assertThat(titles(closed)).containsExactly("Done");
        assertThat(closed.text()).contains("completed", "Newest first");
        assertThat(desk.open("/requests").html().select(".a-boxes a").eachText())
                .containsExactly("Unassigned 1", "Assigned to me 1", "All open 2", "Completed");
        assertThat(titles(desk.open("/requests?box=" + UUID.randomUUID()))).isEmpty();
        assertThat(titles(desk.open("/requests?box=%3Cscript%3E"))).containsExactly("Nobody's");
    }

    @Test
    void wordsOfNameTitleAndTextAreFoundAndStandInNoAddress() {
        Patient zoe = cast.patient(surgery.practice(), "Zoë", "Müller", "1990-02-03", "zoe@mail.example", null);
        ask(zoe, "Sore throat", "Since Tuesday, with a fever.", Kind.MEDICAL, Urgency.ROUTINE, 10);
        ask("Repeat prescription", Urgency.ROUTINE, 5);

        for (String typed : List.of("zoe", "muller zoë", "throat", "FEV", "tuesday mull", "sore, throat!")) {
            Page found = search(typed);
            assertThat(titles(found)).as(typed).containsExactly("Sore throat");
            assertThat(found.path()).doesNotContainIgnoringCase("zo").doesNotContain("throat", "mull");
            assertThat(found.html().select("#words").attr("value")).isEqualTo(typed);
        }
        for (String typed : List.of("zoe prescription", "hroat", "?", "%", "thr%oat")) {
            assertThat(titles(search(typed))).as(typed).isEmpty();
        }
        assertThat(search("?").text()).contains("Nothing here has all of that.");
        assertThat(titles(search(""))).hasSize(2);
        assertThat(titles(desk.open("/requests?search=" + UUID.randomUUID())))
                .as("forgotten")
                .hasSize(2);
        Browser other = browser();
        other.signIn(surgery.clinician());
        String found = search("zoe").path();
        assertThat(titles(other.open(found))).as("another's search").hasSize(2);
    }

    @Test
    void kindAndUrgencyLeaveTheOthersOut() {
        ask(surgery.rosa(), "Tablets", "Please", Kind.ADMINISTRATIVE, Urgency.ROUTINE, 5);
        ask(surgery.rosa(), "Earache", "Ow", Kind.MEDICAL, Urgency.URGENT, 4);
        ask(surgery.rosa(), "Rash", "Red", Kind.MEDICAL, Urgency.ROUTINE, 3);

        assertThat(titles(desk.open("/requests?kind=MEDICAL"))).containsExactly("Earache", "Rash");
        assertThat(titles(desk.open("/requests?soon=ROUTINE"))).containsExactly("Tablets", "Rash");
        assertThat(titles(desk.open("/requests?kind=MEDICAL&soon=ROUTINE"))).containsExactly("Rash");
        assertThat(titles(desk.open("/requests?kind=NONE&soon=%27"))).hasSize(3);
    }

    @Test
    void nothingOfAnotherPracticeIsListedFoundOrOpened() {
        Surgery other = cast.surgery();
        RequestId theirs = cast.request(other.practice(), other.rosa().id());

        assertThat(titles(desk.open("/requests?box=all"))).isEmpty();
        assertThat(titles(search("rash"))).isEmpty();
        assertThat(desk.open("/requests/" + theirs).status()).isEqualTo(404);
        assertThat(desk.open("/requests/" + theirs + "/head").status()).isEqualTo(404);
        Page form = desk.open("/requests");
        for (String act : List.of(
                "complete",
                "reopen",
                "reject?reason=TWICE",
                "patient?patient=" + surgery.rosa().id())) {
            desk.post("/requests/" + theirs + "/" + act, Map.of("_csrf", Browser.token(form)));
        }
        assertThat(requests.look(other.clinician(), theirs).orElseThrow().open())
                .isTrue();
    }

    @Test
    void oneIsTakenInTheListAndGivenOnItsPage() {
        RequestId request = ask("Rash", Urgency.ROUTINE, 5);
        Page list = desk.open("/requests?kind=MEDICAL");
        Page after = desk.submit(list, "form[action$=/assignment]", Map.of());
        assertThat(after.path()).isEqualTo("/requests?kind=MEDICAL");
        assertThat(titles(after)).isEmpty();

        Page page = desk.open("/requests/" + request);
        assertThat(page.html().select("#request-head").text()).isEqualTo("Assigned to you");
        Page given = desk.submit(
                page,
                "form.a-assign",
                Map.of("to", "staff:" + surgery.clinician().id()));
        assertThat(given.html().select("#request-head").text()).isEqualTo("Assigned to Dr Amara Okafor");
        assertThat(desk.open("/requests/" + request + "?history")
                        .html()
                        .select(".a-trail li")
                        .eachText())
                .satisfiesExactly(
                        newest -> assertThat(newest).contains("Sam Whitlock assigned it to Dr Amara Okafor"),
                        second -> assertThat(second).contains("Sam Whitlock assigned it to Sam Whitlock"),
                        oldest -> assertThat(oldest).contains("Received"));
        assertThat(acts(request)).containsSubsequence("request.received", "request.assigned", "request.assigned");
    }

    @Test
    void ofManyWhoTakeOneAtOnceOneHasItAndTheOthersAreTold() {
        RequestId request = ask("Rash", Urgency.ROUTINE, 5);
        List<StaffMember> staff = List.of(
                surgery.receptionist(),
                surgery.clinician(),
                cast.staff(surgery.practice(), null, "Ana", "Reed", Role.RECEPTIONIST),
                cast.staff(surgery.practice(), null, "Ben", "Hill", Role.RECEPTIONIST));
        List<Boolean> taken = together(
                staff.size(),
                one -> assignments.assign(staff.get(one), request, new Assignee.Nobody(), member(staff.get(one))));
        assertThat(taken).containsOnlyOnce(true);
        assertThat(requests.look(surgery.clinician(), request).orElseThrow().assignee())
                .isEqualTo(member(staff.get(taken.indexOf(true))));

        RequestId second = ask("Cough", Urgency.ROUTINE, 4);
        Page list = desk.open("/requests");
        assignments.assign(surgery.clinician(), second, new Assignee.Nobody(), member(surgery.clinician()));
        Page late = desk.submit(list, "form[action$=/assignment]", Map.of());
        assertThat(late.text()).contains("Somebody else has it already.");
    }

    @Test
    void itIsGivenToNobodyWhoCannotHaveIt() {
        RequestId request = ask("Rash", Urgency.ROUTINE, 5);
        Surgery other = cast.surgery();
        StaffMember manager = cast.staff(surgery.practice(), null, "Priya", "Nair", Role.PRACTICE_MANAGER);
        for (StaffMember cannot : List.of(other.clinician(), manager)) {
            assertThat(assignments.assign(surgery.clinician(), request, new Assignee.Nobody(), member(cannot)))
                    .isFalse();
        }
        String form = Browser.token(desk.open("/requests/" + request));
        for (String to : List.of("", "staff:", "staff:x", "group:" + UUID.randomUUID() + "'", "everybody")) {
            assertThat(desk.post(
                                    "/requests/" + request + "/assignment",
                                    Map.of("_csrf", form, "from", "nobody", "to", to))
                            .status())
                    .as(to)
                    .isEqualTo(404);
        }
        Page away = desk.post(
                "/requests/" + request + "/assignment",
                Map.of("_csrf", form, "from", "nobody", "to", "me", "list", "https://elsewhere.example/requests"));
        assertThat(away.path()).isEqualTo("/requests/" + request);
    }

    @Test
    void whoLooksAtARequestIsSeenWithinASecondAndGoneWithinASecond() throws Exception {
        RequestId request = ask("Rash", Urgency.ROUTINE, 5);
        Browser doctor = browser();
        doctor.signIn(surgery.clinician());
        String form = Browser.token(doctor.open("/requests/" + request));
        String page = UUID.randomUUID().toString();
        try (Listener listener = Listener.open("http://localhost:" + port + "/arrivals", desk.cookies())) {
            eventually("the first word", () -> !listener.data().isEmpty());
            Instant before = Instant.now();
            int told = listener.data().size();
            doctor.post("/requests/" + request + "/here", Map.of("_csrf", form, "page", page));
            eventually("the news", () -> listener.data().size() > told);
            assertThat(desk.open("/requests").text()).contains("Dr Okafor is looking");
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(1));
            assertThat(desk.open("/requests/" + request + "/head").text())
                    .contains("Dr Amara Okafor is looking at this too");
            assertThat(doctor.open("/requests/" + request).text()).doesNotContain("is looking at this too");

            int known = listener.data().size();
            doctor.post("/requests/" + request + "/here", Map.of("_csrf", form, "page", page));
            Instant leaving = Instant.now();
            doctor.post("/requests/" + request + "/gone", Map.of("_csrf", form, "page", page));
            eventually("the news of leaving", () -> listener.data().size() > known);
            assertThat(desk.open("/requests").text()).doesNotContain("is looking");
            assertThat(Duration.between(leaving, Instant.now())).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void aPageThatFellSilentIsNotBelieved() {
        RequestId request = ask("Rash", Urgency.ROUTINE, 5);
        Browser doctor = browser();
        doctor.signIn(surgery.clinician());
        String form = Browser.token(doctor.open("/requests/" + request));
        doctor.post(
                "/requests/" + request + "/here",
                Map.of("_csrf", form, "page", UUID.randomUUID().toString()));
        assertThat(desk.open("/requests").text()).contains("Dr Okafor is looking");
        superuser
                .sql(
                        "update request_looker set seen_at = seen_at - interval '26 seconds' where practice_id = :practice")
                .param("practice", surgery.practice().value())
                .update();
        assertThat(desk.open("/requests").text()).doesNotContain("is looking");
    }

    @Test
    void openPagesHearOfNewRequests() throws Exception {
        try (Listener listener = Listener.open("http://localhost:" + port + "/arrivals", desk.cookies())) {
            eventually("the first word", () -> !listener.data().isEmpty());
            int told = listener.data().size();
            ask("Rash", Urgency.ROUTINE, 0);
            eventually("the news", () -> listener.data().size() > told);
        }
    }

    @Test
    void whoSeesNoRequestsIsRefused() {
        StaffMember manager = cast.staff(surgery.practice(), null, "Priya", "Nair", Role.PRACTICE_MANAGER);
        RequestId request = ask("Rash", Urgency.ROUTINE, 5);
        Browser managers = browser();
        managers.signIn(manager);
        String form = Browser.token(managers.open("/patients"));
        for (String path :
                List.of("/requests", "/requests?box=all", "/requests/" + request, "/requests/" + request + "/head")) {
            assertThat(managers.open(path).status()).as(path).isEqualTo(403);
        }
        for (String act : List.of("complete", "reopen", "reject", "here")) {
            assertThat(managers.post(
                                    "/requests/" + request + "/" + act,
                                    Map.of(
                                            "_csrf",
                                            form,
                                            "page",
                                            UUID.randomUUID().toString(),
                                            "reason",
                                            "TWICE"))
                            .status())
                    .as(act)
                    .isEqualTo(403);
        }
    }

    private Page search(String typed) {
        return desk.submit(desk.open("/requests"), "form.a-inbox__filter", Map.of("words", typed));
    }

    private RequestId ask(String title, Urgency urgency, int minutesAgo) {
        return ask(surgery.rosa(), title, "It began on Sunday.", Kind.MEDICAL, urgency, minutesAgo);
    }

    private RequestId ask(Patient patient, String title, String body, Kind kind, Urgency urgency, int minutesAgo) {
        RequestId id = new RequestId(UUID.randomUUID());
        requests.receive(
                surgery.practice(),
                new NewRequest(id, patient.id(), null, kind, urgency, title, body),
                Instant.now().minus(Duration.ofMinutes(minutesAgo)));
        return id;
    }

    private List<String> acts(RequestId request) {
        return superuser
                .sql("select action from audit_entry where subject_id = :id order by entry_id")
                .param("id", request.value())
                .query(String.class)
                .list();
    }

    private static Assignee member(StaffMember staff) {
        return new Assignee.Member(staff.id());
    }

    private static List<String> titles(Page page) {
        return page.html().select(".a-table--inbox td .a-strong").eachText();
    }
}
