package uk.anteroom.staffweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.call.Veto;
import uk.anteroom.patient.Patient;
import uk.anteroom.practice.Practices;
import uk.anteroom.request.RequestId;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

class StaffPagesTest extends RunningService {

    @Autowired
    Cast cast;

    @Autowired
    Practices practices;

    Surgery surgery;
    Browser browser;

    @BeforeEach
    void open() {
        surgery = cast.surgery();
        browser = browser();
    }

    @Test
    void nobodyIsLetInWithoutSigningIn() {
        assertThat(browser.open("/patients").path()).isEqualTo("/sign-in");
    }

    @Test
    void wrongPasswordAndUnknownNameAreAnsweredAlike() {
        Page wrong = browser.submit(
                browser.open("/sign-in"),
                "form[action=/sign-in]",
                Map.of("email", Cast.signInName(surgery.clinician().id()), "password", "not it"));
        Page unknown = browser.submit(
                browser.open("/sign-in"),
                "form[action=/sign-in]",
                Map.of("email", "nobody@surgery.example", "password", "not it"));
        assertThat(wrong.path()).isEqualTo("/sign-in?refused").isEqualTo(unknown.path());
        assertThat(wrong.text())
                .contains("The email address or the password is not right")
                .isEqualTo(unknown.text());
    }

    @Test
    void signingInLeadsToTheInbox() {
        RequestId request = cast.request(surgery.practice(), surgery.rosa().id());
        Page inbox = browser.signIn(surgery.clinician());
        assertThat(inbox.path()).isEqualTo("/requests");
        assertThat(inbox.html().select("a[href=/requests/" + request + "]").text())
                .isEqualTo("Itchy rash on my left arm");
    }

    @Test
    void managersHaveNoClinicalInbox() {
        assertThat(browser.signIn(surgery.manager()).path()).isEqualTo("/patients");
        assertThat(browser.open("/requests").status()).isEqualTo(403);
        assertThat(browser.open("/").path()).isEqualTo("/patients");
        assertThat(browser.open("/patients/" + surgery.rosa().id()).html().select("form[action$=/invitations]"))
                .isEmpty();
    }

    @Test
    void patientsAreFoundByNameBirthAndNumber() {
        cast.patient(surgery.practice(), "Zoë", "Ångström", "1990-02-28", null, "+447700900111");
        browser.signIn(surgery.clinician());
        for (String search : new String[] {
            "whit",
            "rosa",
            "ROSA whitf",
            "Whitfield, Rosa",
            "14/3/1957",
            "14 march 1957",
            "1957-03-14",
            surgery.rosa().nhsNumber().shown()
        }) {
            Page found = find(search);
            assertThat(found.path()).as("a key, and nothing of it").matches("/patients\\?search=[0-9a-f-]{36}");
            assertThat(found.html().select("tbody tr")).as(search).hasSize(1);
            assertThat(found.text()).as(search).contains("Rosa Whitfield");
        }
        assertThat(find("zoe angs").html().select("tbody tr")).hasSize(1);
        assertThat(find("nobody").text()).contains("Nobody found");
        assertThat(find("%").html().select("tbody tr")).isEmpty();
    }

    @Test
    void anothersSearchIsTheWholeListAndKeptSealed() {
        browser.signIn(surgery.clinician());
        String address = find("sought-by-name").path();
        Browser other = browser();
        other.signIn(surgery.receptionist());
        assertThat(other.open(address).html().select("tbody tr")).hasSize(1);
        assertThat(inSessions("sought-by-name")).isZero();
    }

    private Page find(String words) {
        return browser.submit(browser.open("/patients"), "form[action=/patients]", Map.of("words", words));
    }

    @Test
    void longListsComeAPageAtATime() {
        for (int i = 0; i < 27; i++) {
            cast.patient(surgery.practice(), "Ann", "Many" + (char) ('a' + i % 26) + i, "1990-01-01", null, null);
        }
        browser.signIn(surgery.clinician());
        Page first = find("many");
        assertThat(first.html().select("tbody tr")).hasSize(25);
        Page second = browser.open(first.html().select("a[rel=next]").attr("href"));
        assertThat(second.html().select("tbody tr")).hasSize(2);
    }

    @Test
    void cameraIconSelectsTheVideoCall() {
        browser.signIn(surgery.clinician());
        String page = "/patients/" + surgery.rosa().id();
        assertThat(browser.open(page + "?video").html().select("#act-video[checked]"))
                .hasSize(1);
        assertThat(browser.open(page).html().select("#act-video[checked]")).isEmpty();
    }

    @Test
    void smsIsTickedForWhoHasNoEmailAndEmptyForWhoHasNeither() {
        Patient grace = cast.patient(surgery.practice(), "Grace", "Lin", "2001-11-30", null, "+447700900345");
        Patient ines = cast.patient(surgery.practice(), "Ines", "Duarte", "1970-05-21", null, null);
        browser.signIn(surgery.clinician());
        Page ofGrace = browser.open("/patients/" + grace.id() + "?video");
        assertThat(ofGrace.html().select("#sms[checked]")).hasSize(1);
        assertThat(ofGrace.text()).contains("Grace has no email address on the practice list");
        assertThat(ofGrace.html().select("#smsTo").attr("value")).isEqualTo("07700 900345");
        Page ofInes = browser.open("/patients/" + ines.id() + "?video");
        assertThat(ofInes.html().select("#smsTo").attr("value")).isEmpty();
        Page sent = browser.submit(ofInes, "form.a-invite", Map.of());
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.html().select("#smsTo-error").text()).contains("Enter the mobile number to send to");
    }

    @Test
    void numbersThatCannotBeRightComeBackAtTheFieldWithWhatWasTyped() {
        browser.signIn(surgery.clinician());
        Map<String, String> complaints = Map.of(
                "07700 9001",
                "This one has 9",
                "01632 960123",
                "This is not a UK mobile number",
                "+33 6 12 34 56 78",
                "This is not a UK mobile number",
                "0906 123 4567",
                "This is not a UK mobile number",
                "07700 900<b>",
                "letters or signs",
                "9".repeat(1000),
                "This one has 1,000",
                "07700 900123\r\nBcc: x",
                "letters or signs");
        complaints.forEach((number, complaint) -> {
            Page form = browser.open("/patients/" + surgery.rosa().id() + "?video");
            Page answer = browser.submit(form, "form.a-invite", Map.of("sms", "true", "smsTo", number));
            assertThat(answer.status()).as(number).isEqualTo(422);
            assertThat(answer.html().select("#smsTo-error").text()).as(number).contains(complaint);
            assertThat(answer.html().select(".nhsuk-error-summary").text()).contains("Nothing has been sent yet");
            // a line of text holds no line break, in any browser
            String kept = number.replace("\r\n", "");
            assertThat(answer.html().select("#smsTo").attr("value").replaceAll("[\r\n]", ""))
                    .isEqualTo(kept);
        });
        assertThat(browser.open("/patients/" + surgery.rosa().id()).text()).contains("None yet");
    }

    @Test
    void anOptOutNeedsASecondConfirmation() {
        Patient meera = cast.patientWhoOptedOutOfSms(surgery.practice());
        browser.signIn(surgery.clinician());
        Page form = browser.open("/patients/" + meera.id() + "?video");
        assertThat(form.text()).contains("Meera has opted out of SMS");
        Page refused = browser.submit(form, "form.a-invite", Map.of("sms", "true"));
        assertThat(refused.html().select("#agreed-error").text())
                .contains("Tick the box if Meera has agreed, or choose the other way");
        Page sent = browser.submit(refused, "form.a-invite", Map.of("agreed", "true"));
        assertThat(sent.path()).startsWith("/consultations/");
    }

    @Test
    void receptionistsChooseTheClinicianAndCannotAdmit() {
        browser.signIn(surgery.receptionist());
        Page form = browser.open("/patients/" + surgery.rosa().id() + "?video");
        Page refused = browser.submit(form, "form.a-invite", Map.of());
        assertThat(refused.html().select("#clinician-error").text()).contains("Choose the clinician");
        Page sent = browser.submit(
                refused,
                "form.a-invite",
                Map.of("clinician", surgery.clinician().id().toString()));
        assertThat(sent.path()).startsWith("/consultations/");
        assertThat(sent.text())
                .contains("Dr Amara Okafor has this consultation")
                .doesNotContainPattern("Admit\\b");
        Page admitting = browser.post(sent.path() + "/admission", Map.of("_csrf", Browser.token(sent)));
        assertThat(admitting.status()).isEqualTo(403);
    }

    @Test
    void resendingADeadLinkSaysThatNothingWasSent() {
        browser.signIn(surgery.clinician());
        Page sent =
                browser.submit(browser.open("/patients/" + surgery.rosa().id() + "?video"), "form.a-invite", Map.of());
        Page once = browser.submit(sent, "form[action$=/letters]", Map.of());
        assertThat(once.text()).doesNotContain("Nothing was sent");
        JdbcClient.create(TestDatabase.get().superuser())
                .sql("update invitation set locked_at = now() where practice_id = :practice")
                .param("practice", surgery.practice().value())
                .update();
        assertThat(browser.submit(once, "form[action$=/letters]", Map.of()).text())
                .contains("Nothing was sent");
    }

    @Test
    void aLookForAnotherPracticesPatientIsInTheAuditTrail() {
        browser.signIn(surgery.clinician());
        var foreign = cast.surgery().rosa().id();
        assertThat(browser.open("/patients/" + foreign).status()).isEqualTo(404);
        assertThat(JdbcClient.create(TestDatabase.get().superuser())
                        .sql("select action from audit_entry where practice_id = :practice and subject_id = :subject")
                        .param("practice", surgery.practice().value())
                        .param("subject", foreign.value())
                        .query(String.class)
                        .list())
                .containsExactly("patient.not_found");
    }

    @Test
    void anotherPracticesPatientAndNobodyAreTheSamePage() {
        Surgery other = cast.surgery();
        browser.signIn(surgery.clinician());
        Page foreign = browser.open("/patients/" + other.rosa().id());
        Page nobody = browser.open("/patients/00000000-0000-4000-8000-000000000000");
        assertThat(foreign.status()).isEqualTo(404).isEqualTo(nobody.status());
        assertThat(foreign.text()).isEqualTo(nobody.text());
        assertThat(browser.open("/patients/not-an-id").status()).isEqualTo(404);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        browser.signIn(surgery.clinician());
        assertThat(browser.post("/patients/" + surgery.rosa().id() + "/invitations", Map.of("sms", "true"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void oversizedBodiesAreRefusedWithAPage() {
        browser.signIn(surgery.clinician());
        Page form = browser.open("/patients/" + surgery.rosa().id() + "?video");
        Page answer = browser.submit(form, "form.a-invite", Map.of("smsTo", "9".repeat(200_000)));
        assertThat(answer.status()).isIn(400, 413);
        assertThat(answer.html().select("h1")).hasSize(1);
    }

    @Test
    void headersForbidWhatPagesDoNotNeed() {
        var headers = browser.signIn(surgery.clinician()).response().headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(headers.firstValue("Permissions-Policy").orElseThrow()).contains("camera=(self)");
    }

    @Test
    void addressesCannotBeHiddenWithoutARelayAndThePageSaysSo() {
        browser.signIn(surgery.manager());
        Page settings = browser.open("/settings");
        assertThat(settings.text()).contains("No relay is set up for this service, so this cannot be switched on");

        Page refused = browser.submit(settings, "form[action=/settings]", Map.of("alwaysRelay", "true"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select("#alwaysRelay-error").text()).contains("No relay is set up");
        assertThatThrownBy(() -> practices.alwaysRelay(surgery.manager(), true)).isInstanceOf(Veto.class);
        assertThat(browser.open("/settings").html().select("#alwaysRelay[checked]"))
                .isEmpty();
    }

    @Test
    void aSearchOfSignsAloneFindsNobody() {
        browser.signIn(surgery.clinician());
        for (String signs : new String[] {",", "\u0301", ", ,"}) {
            Page found = find(signs);
            assertThat(found.status()).as(signs).isEqualTo(200);
            assertThat(found.text()).as(signs).contains("Nobody found");
        }
    }

    @Test
    void aSessionRemembersThePageAskedForAndNothingElseOfTheRequest() {
        String page = "/patients/" + surgery.rosa().id() + "?video";
        browser.open(page);
        assertThat(browser.signIn(surgery.clinician()).path()).isEqualTo(page);
        Browser other = browser();
        other.cookies().put("__Host-place", "tstKeptInNoSession1234567");
        other.open("/patients?search=sought-in-no-session");
        assertThat(inSessions("sought-in-no-session") + inSessions("tstKeptInNoSession"))
                .isZero();
    }

    private static int inSessions(String words) {
        return JdbcClient.create(TestDatabase.get().superuser())
                .sql("""
                        select count(*) from spring_session_attributes
                        where position(:words in encode(attribute_bytes, 'escape')) > 0
                        """)
                .param("words", words)
                .query(Integer.class)
                .single();
    }

    @Test
    void aNulIsRefusedWithAPageAtEveryDoor() {
        Page form = browser.open("/sign-in");
        Page refused = browser.submit(
                form, "form[action=/sign-in]", Map.of("email", "a\u0000b", "password", "whatever it is"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.html().select("h1")).hasSize(1);
        browser.signIn(surgery.clinician());
        assertThat(browser.open("/patients?search=%00").status()).isEqualTo(400);
    }
}
