package uk.anteroom.nhslogin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import uk.anteroom.Anteroom;
import uk.anteroom.account.Accounts;
import uk.anteroom.patient.Patient;
import uk.anteroom.practice.Practices;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.FreePort;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;

/** Signing in with NHS login, against a real authorisation server in its shape. */
@SpringBootTest(classes = Anteroom.class, webEnvironment = WebEnvironment.DEFINED_PORT)
@Import(NhsLoginStandIn.class)
@DirtiesContext
class NhsLoginTest extends RunningService {

    private static final int PORT = FreePort.any();

    @DynamicPropertySource
    static void nhsLogin(DynamicPropertyRegistry registry) {
        String here = "http://localhost:" + PORT;
        registry.add("server.port", () -> PORT);
        registry.add("anteroom.nhs-login.issuer", () -> here);
        registry.add("anteroom.nhs-login.client-id", () -> NhsLoginStandIn.CLIENT);
        registry.add("anteroom.nhs-login.private-key", NhsLoginTest::pem);
    }

    private static String pem() {
        try {
            return "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder()
                            .encodeToString(NhsLoginStandIn.OURS.toPrivateKey().getEncoded())
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    @Autowired
    Cast cast;

    @Autowired
    Practices practices;

    @Autowired
    Accounts accounts;

    Surgery surgery;
    String code;
    Browser browser;

    @BeforeEach
    void open() {
        surgery = cast.surgery();
        code = practices.get(surgery.practice()).publicCode();
        browser = browser();
        says(surgery.rosa());
    }

    private static void says(Patient patient) {
        NhsLoginStandIn.SAYS.clear();
        NhsLoginStandIn.SAYS.putAll(Map.of(
                "sub", patient.id().toString(),
                "nhs_number", patient.nhsNumber().value(),
                "birthdate", patient.born().value().toString(),
                "vot", "P9.Cp.Cd"));
    }

    private Page signIn() {
        Page page = browser.open("/p/" + code + "/sign-in");
        return browser.open(page.html().selectFirst("a[href$=/nhs-login]").attr("href"));
    }

    @Test
    void patientComesInAndHasAnAccountFromThen() {
        Page home = signIn();
        assertThat(home.path()).isEqualTo("/account");
        assertThat(home.text())
                .contains("Rosa Whitfield")
                .doesNotContain(surgery.rosa().nhsNumber().shown());
        assertThat(accounts.find(surgery.practice(), surgery.rosa().id())).isPresent();
        assertThat(browser.open("/account/sessions").text()).contains("with NHS login");
        browser = browser();
        assertThat(signIn().path()).as("and again").isEqualTo("/account");
    }

    @Test
    void whoIsNotOnTheListIsNotToldWhy() {
        NhsLoginStandIn.SAYS.put("birthdate", "1957-03-15");
        Page wrongBirth = signIn();
        NhsLoginStandIn.SAYS.put("nhs_number", "9000000009");
        browser = browser();
        Page unknown = signIn();
        assertThat(wrongBirth.text()).contains("You may not be registered with").isEqualTo(unknown.text());
        assertThat(browser.cookies()).doesNotContainKey("__Host-account");
        assertThat(accounts.find(surgery.practice(), surgery.rosa().id())).isEmpty();
    }

    @Test
    void identityProvedLessThanAskedIsRefused() {
        NhsLoginStandIn.SAYS.put("vot", "P5.Cp.Cd");
        assertThat(signIn().text()).contains("NHS login does not answer");
    }

    @Test
    void tokenForAnotherQuestionIsRefused() {
        NhsLoginStandIn.SAYS.put("nonce", "of somebody else");
        assertThat(signIn().text()).contains("NHS login does not answer");
    }

    @Test
    void whoDoesNotShareIsToldWhatToDo() {
        NhsLoginStandIn.SAYS.put("refuses", "yes");
        assertThat(signIn().text()).contains("You chose not to share your details");
    }

    @Test
    void answerThatThisBrowserDidNotAskForFindsNothing() {
        assertThat(browser.open("/account/nhs-login?state=x&code=y").status()).isEqualTo(404);
        browser.cookies().put("__Host-nhs-login", "AAAA");
        assertThat(browser.open("/account/nhs-login?state=x&code=y").status()).isEqualTo(404);
        signIn();
        assertThat(browser.cookies()).doesNotContainKey("__Host-nhs-login");
    }

    @Test
    void anotherPracticeDoesNotLetThemIn() {
        Surgery other = cast.surgery();
        code = practices.get(other.practice()).publicCode();
        assertThat(signIn().text()).contains("You may not be registered with");
    }
}
