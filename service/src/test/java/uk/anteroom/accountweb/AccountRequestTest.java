package uk.anteroom.accountweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.anteroom.account.Accounts;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.patient.Patient;
import uk.anteroom.request.Assignee;
import uk.anteroom.request.Assignments;
import uk.anteroom.request.Closing;
import uk.anteroom.request.Closings;
import uk.anteroom.request.NewRequest;
import uk.anteroom.request.PatientRequest;
import uk.anteroom.request.RequestId;
import uk.anteroom.request.Requests;
import uk.anteroom.request.Sender;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;

/** What a patient asked for and the calls that came of it, each on a page of its own. */
class AccountRequestTest extends AccountPages {

    @Autowired
    Accounts accounts;

    @Autowired
    Requests requests;

    @Autowired
    Assignments assignments;

    @Autowired
    Closings closings;

    @Autowired
    Consultations consultations;

    RequestId request;

    @BeforeEach
    void signIn() {
        accounts.open(surgery.practice(), ada.id(), new EmailAddress(email), NEW_PASSWORD);
        signIn(browser, email, NEW_PASSWORD);
        request = cast.request(surgery.practice(), ada.id());
    }

    private Page page() {
        Page home = browser.open("/account");
        return browser.open(
                home.html().selectFirst("a:contains(Itchy rash on my left arm)").attr("href"));
    }

    @Test
    void requestSaysWhereItStands() {
        Page received = page();
        assertThat(received.path()).isEqualTo("/account/requests/" + request);
        assertThat(received.text().replace('\u00a0', ' '))
                .contains("Itchy rash on my left arm", "It began on Sunday.", "Received", request.reference())
                .doesNotContain("was not signed in");
        assignments.assign(
                surgery.clinician(),
                request,
                new Assignee.Nobody(),
                new Assignee.Member(surgery.clinician().id()));
        assertThat(page().text()).contains("Being looked at").doesNotContain("Okafor");
        closings.complete(surgery.clinician(), request);
        assertThat(page().text()).contains("Done", "Your surgery completed it today");
        assertThat(browser.open("/account").text()).contains("Done.");
    }

    @Test
    void whatCouldNotBeDealtWithSaysWhyAsTheMessageDid() {
        closings.reject(surgery.clinician(), request, Closing.Reason.ELSEWHERE, "The pharmacy can do this.");
        Page page = page();
        assertThat(page.text())
                .contains(
                        "Could not be dealt with",
                        "This is something another service does",
                        "The pharmacy can do this.",
                        "There is 1 new message.");
        assertThat(page.html().select("a[href=/account/messages]")).isNotEmpty();
    }

    @Test
    void requestOfAnotherPatientIsNone() {
        RequestId rosas = cast.request(surgery.practice(), surgery.rosa().id());
        Page theirs = browser.open("/account/requests/" + rosas);
        Page nobodys = browser.open("/account/requests/" + UUID.randomUUID());
        assertThat(theirs.status()).isEqualTo(nobodys.status()).isEqualTo(404);
        assertThat(theirs.html().body().html()).isEqualTo(nobodys.html().body().html());
        var other = cast.surgery();
        RequestId elsewhere = cast.request(other.practice(), other.rosa().id());
        assertThat(browser.open("/account/requests/" + elsewhere).status()).isEqualTo(404);
        assertThat(browser().open("/account/requests/" + request).status()).isEqualTo(404);
        assertThat(acts(rosas.value())).containsOnly("request.not_found", "request.received");
    }

    @Test
    void eachLookIsAudited() {
        page();
        assertThat(acts(request.value())).contains("request.viewed");
    }

    @Test
    void whatSomebodyWroteWithoutSigningInIsNotShown() {
        RequestId stray = new RequestId(UUID.randomUUID());
        requests.receive(
                surgery.practice(),
                new NewRequest(
                        stray,
                        ada.id(),
                        new Sender("Ada", "Quill", ada.born(), ada.nhsNumber(), null, null, null),
                        PatientRequest.Kind.ADMINISTRATIVE,
                        PatientRequest.Urgency.ROUTINE,
                        "My mother forgets things",
                        "She must not know that I wrote."));
        closings.reject(surgery.clinician(), stray, Closing.Reason.ELSEWHERE, "Ask the council.");
        assertThat(browser.open("/account/requests/" + stray).text())
                .contains("and was not signed in", "01632 960123", "Could not be dealt with", "Ask the council.")
                .doesNotContain("My mother forgets", "She must not know");
        assertThat(browser.open("/account").text())
                .contains("A request that was sent without signing in")
                .doesNotContain("My mother forgets");
    }

    @Test
    void callSaysWithWhomAndWhereTheLinkIs() {
        ConsultationId call = call(ada, request);
        Page asked = page();
        Page page = browser.open(
                asked.html().selectFirst("a[href^=/account/consultations/]").attr("href"));
        assertThat(page.path()).isEqualTo("/account/consultations/" + call);
        assertThat(page.text())
                .contains(
                        "Video call with Dr Amara Okafor", "You are invited", "email or text message that we sent you");
        assertThat(page.html().select("main a[href*=/v/], main a[href^=/visit]"))
                .as("nothing is offered that is not there")
                .isEmpty();
        assertThat(page.html().select("a[href=/account/requests/" + request + "]"))
                .isNotEmpty();
        consultations.cancel(surgery.clinician(), call);
        assertThat(browser.open("/account/consultations/" + call).text())
                .contains("Your surgery cancelled it")
                .doesNotContain("The link is in");
        assertThat(browser.open("/account").text()).contains("Video call with Dr Amara Okafor", "cancelled it");
        assertThat(acts(call.value())).contains("consultation.viewed");
    }

    @Test
    void callOfAnotherPatientIsNone() {
        ConsultationId rosas = call(surgery.rosa(), null);
        Page theirs = browser.open("/account/consultations/" + rosas);
        Page nobodys = browser.open("/account/consultations/" + UUID.randomUUID());
        assertThat(theirs.status()).isEqualTo(nobodys.status()).isEqualTo(404);
        assertThat(theirs.html().body().html()).isEqualTo(nobodys.html().body().html());
    }

    @Test
    void strangeAddressesGetAnOrdinaryAnswer() {
        Browser signedIn = browser;
        for (String strange : List.of("1", "..%2f..", "%00", "' or true --".replace(" ", "%20"))) {
            assertThat(signedIn.open("/account/requests/" + strange).status()).isIn(400, 404);
            assertThat(signedIn.open("/account/consultations/" + strange).status())
                    .isIn(400, 404);
        }
        assertThat(signedIn.post("/account/requests/" + request, Map.of()).status())
                .isIn(403, 405);
    }

    private ConsultationId call(Patient patient, RequestId of) {
        return consultations
                .openFor(surgery.clinician(), patient.id(), surgery.clinician().id(), of)
                .id();
    }

    private List<String> acts(UUID subject) {
        return superuser
                .sql("select action from audit_entry where practice_id = :practice and subject_id = :subject")
                .param("practice", surgery.practice().value())
                .param("subject", subject)
                .query(String.class)
                .list();
    }
}
