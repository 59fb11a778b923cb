package uk.anteroom.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.testing.Eventually.eventually;
import static uk.anteroom.testing.Together.together;

import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.conversation.Message;
import uk.anteroom.conversation.Messages;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.patient.Patient;
import uk.anteroom.request.Assignee;
import uk.anteroom.request.Assignments;
import uk.anteroom.request.Closed;
import uk.anteroom.request.Closing;
import uk.anteroom.request.Closings;
import uk.anteroom.request.GroupId;
import uk.anteroom.request.InboxGroups;
import uk.anteroom.request.NewRequest;
import uk.anteroom.request.PatientRequest.Kind;
import uk.anteroom.request.PatientRequest.Urgency;
import uk.anteroom.request.RequestId;
import uk.anteroom.request.RequestNote;
import uk.anteroom.request.RequestNotes;
import uk.anteroom.request.Requests;
import uk.anteroom.request.Sender;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;
import uk.anteroom.testing.TextMessages;

/** A request ends once, whoever asked is told, and what nobody can match is decided by a person. */
class ClosingRequestsTest extends RunningService {

    @Autowired
    Cast cast;

    @Autowired
    Requests requests;

    @Autowired
    Closings closings;

    @Autowired
    Assignments assignments;

    @Autowired
    InboxGroups groups;

    @Autowired
    RequestNotes notes;

    @Autowired
    Messages messages;

    @Autowired
    TextMessages texts;

    final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());

    Surgery surgery;
    Patient rosa;
    RequestId request;
    Browser desk;

    @BeforeEach
    void open() {
        surgery = cast.surgery();
        rosa = cast.patient(
                surgery.practice(), "Rosalind", "Whitfield", "1957-03-14", UUID.randomUUID() + "@mail.example", null);
        request = cast.request(surgery.practice(), rosa.id());
        desk = browser();
        desk.signIn(surgery.receptionist());
    }

    @Test
    void ofTwoWhoCompleteItOneWinsAndTheOtherIsToldByWhom() {
        Page mine = desk.open("/requests/" + request);
        Browser doctor = browser();
        doctor.signIn(surgery.clinician());
        Page theirs = doctor.open("/requests/" + request);

        Page first = doctor.submit(theirs, "form[action$=/complete]", Map.of());
        assertThat(first.text()).contains("Completed by You").doesNotContain("Somebody was first");
        Page second = desk.submit(mine, "form[action$=/complete]", Map.of());
        assertThat(second.html().select("[role=status]").text())
                .contains("Somebody was first.", "Completed by Dr Amara Okafor");
        assertThat(acts(request)).containsOnlyOnce("request.completed");
    }

    @Test
    void ofManyWhoCloseItAtOnceOneDoes() {
        List<Closed> closed = together(
                12,
                one -> (one % 2 == 0
                                ? closings.complete(surgery.clinician(), request)
                                : closings.reject(surgery.receptionist(), request, Closing.Reason.TWICE, ""))
                        .orElseThrow());
        assertThat(closed.stream().filter(Closed::now)).hasSize(1);
        assertThat(closed.stream().map(one -> one.closing().by()).collect(Collectors.toSet()))
                .hasSize(1);
        assertThat(acts(request).stream()
                        .filter(act -> act.equals("request.completed") || act.equals("request.rejected")))
                .hasSize(1);
        long told = messages.with(surgery.clinician(), rosa.id()).size();
        assertThat(told).isEqualTo(acts(request).contains("request.rejected") ? 1 : 0);
    }

    @Test
    void whatWasClosedIsOpenedAgain() {
        closings.complete(surgery.clinician(), request);
        Page open = desk.submit(desk.open("/requests/" + request), "form[action$=/reopen]", Map.of());
        assertThat(open.html().select("form[action$=/complete]")).hasSize(1);
        assertThat(closings.reopen(surgery.clinician(), request))
                .as("open already")
                .isFalse();
        assertThat(closings.complete(surgery.receptionist(), request)
                        .orElseThrow()
                        .now())
                .isTrue();
        assertThat(acts(request)).containsSubsequence("request.completed", "request.reopened", "request.completed");
    }

    @Test
    void aRejectionNeedsAReasonAndTellsThePatientInAMessage() throws Exception {
        Page page = desk.open("/requests/" + request);
        Page none = desk.submit(page, "form[action$=/reject]", Map.of("reason", "", "rejectWords", "Kept as typed"));
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.html().select("#rejectWords").val()).isEqualTo("Kept as typed");
        assertThat(none.html().select("#reason-error").text()).contains("Choose why");
        Page wordless = desk.submit(page, "form[action$=/reject]", Map.of("reason", "OTHER", "rejectWords", " "));
        assertThat(wordless.status()).isEqualTo(422);
        Page tooMuch =
                desk.submit(page, "form[action$=/reject]", Map.of("reason", "OTHER", "rejectWords", "x".repeat(1001)));
        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(requests.look(surgery.clinician(), request).orElseThrow().open())
                .isTrue();

        Page rejected = desk.submit(
                page,
                "form[action$=/reject]",
                Map.of("reason", "ELSEWHERE", "rejectWords", "The pharmacy at the corner helps with this."));
        assertThat(rejected.text()).contains("Rejected by You", "Somebody else does this");
        Message told = messages.with(surgery.clinician(), rosa.id()).getFirst();
        assertThat(told.text().value())
                .contains("You asked us: Itchy rash on my left arm")
                .contains("another service does")
                .contains("The pharmacy at the corner helps with this.");
        eventually("the letter", () -> mailsTo(rosa.email().value()).size() == 1);
        MimeMessage letter = mailsTo(rosa.email().value()).getFirst();
        assertThat(letter.getSubject() + Parts.text(letter)).doesNotContain("rash", "pharmacy", "Rosalind");
        assertThat(sealedWords()).doesNotContain("pharmacy");
    }

    @Test
    void whoeverCannotBeWrittenToIsRungAndThePageSaysSo() {
        Patient ines = cast.patient(surgery.practice(), "Ines", "Duarte", "1970-05-21", null, null);
        RequestId hers = cast.request(surgery.practice(), ines.id());
        assertThat(desk.open("/requests/" + hers).text()).contains("We cannot write to Ines", "Ring before you reject");
        closings.reject(surgery.receptionist(), hers, Closing.Reason.TWICE, "");
        assertThat(messages.with(surgery.clinician(), ines.id())).isEmpty();
        assertThat(requests.look(surgery.clinician(), hers).orElseThrow().open())
                .isFalse();
    }

    @Test
    void lockedRequestsAreReadAndNothingElseUntilSomebodySaysWhoItIs() {
        RequestId locked = locked(sender("Rosalin", "Whitfield", "1957-03-14", null));
        Page list = desk.open("/requests");
        assertThat(list.html().select("tr:contains(Not matched yet)").text()).contains("Rosalin Whitfield");
        Page page = desk.open("/requests/" + locked);
        assertThat(page.text())
                .contains("We do not know who sent this.", "Please ring me about my results", "SW1A 1AA")
                .contains("The same: date of birth");
        assertThat(page.html().select("form[action$=/complete], a[href*=video], a[href*=messages]"))
                .isEmpty();
        assertThat(closings.complete(surgery.clinician(), locked)).isEmpty();
        String form = Browser.token(page);
        assertThat(desk.post(
                                "/patients/" + rosa.id() + "/invitations",
                                Map.of(
                                        "_csrf",
                                        form,
                                        "request",
                                        locked.toString(),
                                        "formKey",
                                        UUID.randomUUID().toString()))
                        .status())
                .isEqualTo(404);

        Page found = desk.submit(
                page, "form[action$=/find]", Map.of("find", rosa.nhsNumber().value()));
        assertThat(found.path()).doesNotContain(rosa.nhsNumber().value());
        assertThat(found.html().select(".a-candidate").text()).contains("Rosalind Whitfield");
        Page matched = desk.submit(found, "form:has([value=" + rosa.id() + "])", Map.of());
        assertThat(matched.html().select("form[action$=/complete]")).hasSize(1);
        assertThat(matched.text()).contains("Rosalind Whitfield");
        assertThat(requests.match(surgery.clinician(), locked, surgery.rosa().id()))
                .as("a second time, as another")
                .isFalse();
        assertThat(acts(locked)).contains("request.received", "request.matched");
    }

    @Test
    void anotherPracticesPatientIsNobodyHere() {
        RequestId locked = locked(sender("Rosalin", "Whitfield", "1957-03-14", null));
        Surgery other = cast.surgery();
        Page refused = desk.post(
                "/requests/" + locked + "/patient",
                Map.of(
                        "_csrf",
                        Browser.token(desk.open("/requests/" + locked)),
                        "patient",
                        other.rosa().id().toString()));
        assertThat(refused.status()).isEqualTo(404);
        assertThat(requests.lookLocked(surgery.clinician(), locked)).isPresent();
    }

    @Test
    void whoeverIsNotOnTheListIsToldWithoutTheirNameOrWhatTheyAsked() throws Exception {
        String email = UUID.randomUUID() + "@mail.example";
        RequestId locked = locked(sender("Rosalin", "Whitfield", "1957-03-14", email));
        Page page = desk.open("/requests/" + locked);
        assertThat(page.html().select("#rejectWords")).isEmpty();
        Page rejected = desk.submit(page, "form[action$=/reject]", Map.of("reason", "NOT_ON_LIST"));
        assertThat(rejected.text()).contains("Rejected by You", "Not on our list");
        eventually("the letter", () -> mailsTo(email).size() == 1);
        MimeMessage letter = mailsTo(email).getFirst();
        assertThat(Parts.text(letter))
                .contains("We could not find you on our list of patients", "999")
                .doesNotContain("Rosalin", "results");

        MobileNumber mobile = new MobileNumber("+447700900" + (100 + (int) (Math.random() * 899)));
        RequestId byText = locked(new Sender("Max", "Stray", null, null, null, null, mobile));
        closings.reject(surgery.receptionist(), byText, Closing.Reason.NOT_ON_LIST, "");
        eventually(
                "the text",
                () -> texts.to(mobile.shown()).stream()
                        .anyMatch(text -> text.text().contains("could not find you on our list")
                                && text.text().length() <= 160));
    }

    @Test
    void aRejectionDoesNotRepeatWhatSomebodyElseMayHaveWritten() {
        RequestId unsigned = locked(sender("Rosa", "Whitfield", "1957-03-14", "daughter@mail.example"));
        requests.match(surgery.receptionist(), unsigned, rosa.id());

        closings.reject(surgery.receptionist(), unsigned, Closing.Reason.OTHER, "Please ring us.");

        assertThat(messages.with(surgery.clinician(), rosa.id())
                        .getFirst()
                        .text()
                        .value())
                .contains("with your name from our web page", "Please ring us.")
                .doesNotContain("results");
    }

    @Test
    void notesAreForStaffAndKeptOnce() {
        Page page = desk.open("/requests/" + request + "?notes");
        Page empty = desk.submit(page, "form[action$=/notes]", Map.of("note", "  "));
        assertThat(empty.status()).isEqualTo(422);
        Page noted = desk.submit(page, "form[action$=/notes]", Map.of("note", "Rang, no answer.\n<b>Try later</b>"));
        assertThat(noted.path()).isEqualTo("/requests/" + request + "?notes");
        assertThat(noted.html().select(".a-notecard").text()).contains("Sam Whitlock", "<b>Try later</b>");
        desk.submit(page, "form[action$=/notes]", Map.of("note", "Rang, no answer.\n<b>Try later</b>"));
        assertThat(notes.of(surgery.clinician(), request))
                .extracting(RequestNote::text)
                .containsExactly("Rang, no answer.\n<b>Try later</b>");
        Page tooLong = desk.submit(page, "form[action$=/notes]", Map.of("note", "n".repeat(5001)));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.html().select("#note").val()).hasSize(5001);
    }

    @Test
    void groupsShareAListAndGiveItBackWhenTheyEnd() {
        Browser manager = browser();
        manager.signIn(surgery.manager());
        Page settings = manager.open("/settings/groups");
        String form = settings.html().select("section:has(#group-new) form").attr("action");
        String id = form.substring(form.lastIndexOf('/') + 1);
        Page made = manager.submit(
                settings,
                "section:has(#group-new) form",
                Map.of(
                        "name-" + id,
                        "Prescriptions",
                        "member-" + id + surgery.receptionist().id(),
                        "true"));
        assertThat(made.text()).contains("Prescriptions");
        GroupId group = new GroupId(UUID.fromString(id));
        assertThat(groups.all(surgery.practice()).getFirst().members())
                .containsExactly(surgery.receptionist().id());

        Page given = desk.submit(desk.open("/requests/" + request), "form.a-assign", Map.of("to", "group:" + id));
        assertThat(given.html().select("#request-head").text()).isEqualTo("Assigned to Prescriptions");
        assertThat(desk.open("/requests").html().select(".a-boxes a").eachText())
                .contains("Prescriptions 1");
        assertThat(desk.open("/requests?box=" + id).text()).contains("Itchy rash on my left arm");

        Page again = manager.open("/settings/groups");
        String second = again.html().select("section:has(#group-new) form").attr("action");
        String other = second.substring(second.lastIndexOf('/') + 1);
        Page taken = manager.submit(again, "section:has(#group-new) form", Map.of("name-" + other, "prescriptions"));
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.text()).contains("There is a group of that name already");

        manager.submit(manager.open("/settings/groups"), "form[action$=/delete]", Map.of());
        assertThat(requests.look(surgery.clinician(), request).orElseThrow().assignee())
                .isEqualTo(new Assignee.Nobody());
        assertThat(assignments.assign(surgery.clinician(), request, new Assignee.Nobody(), new Assignee.Group(group)))
                .isFalse();
        assertThat(desk.open("/settings/groups").status()).isEqualTo(403);
    }

    private RequestId locked(Sender sender) {
        RequestId id = new RequestId(UUID.randomUUID());
        requests.receive(
                surgery.practice(),
                new NewRequest(
                        id,
                        null,
                        sender,
                        Kind.ADMINISTRATIVE,
                        Urgency.ROUTINE,
                        "My results",
                        "Please ring me about my results"));
        return id;
    }

    private static Sender sender(String given, String family, String born, @Nullable String email) {
        return new Sender(
                given,
                family,
                new DateOfBirth(LocalDate.parse(born)),
                NhsNumber.read("999 000 0018").orElse(null),
                "SW1A 1AA",
                email == null ? null : new EmailAddress(email),
                null);
    }

    private List<String> acts(RequestId request) {
        return superuser
                .sql("select action from audit_entry where subject_id = :id order by entry_id")
                .param("id", request.value())
                .query(String.class)
                .list();
    }

    private String sealedWords() {
        return superuser
                .sql("select encode(words_sealed, 'escape') from request_completion where request_id = :id")
                .param("id", request.value())
                .query(String.class)
                .single();
    }

    private static List<MimeMessage> mailsTo(String address) {
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(mail -> Parts.isTo(mail, address))
                .toList();
    }
}
