package uk.anteroom.staffweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** SMART App Launch 2.2: from the record to the Patient page, and every way in which that must not work. */
class LaunchTest extends RunningService {

    @Autowired
    Cast cast;

    private final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());
    private Surgery surgery;
    private LaunchingSystem system;
    private String code;

    @BeforeEach
    void open() {
        surgery = cast.surgery();
        system = new LaunchingSystem(surgery.rosa(), port);
        code = superuser
                .sql("select public_code from practice where practice_id = :practice")
                .param("practice", surgery.practice().value())
                .query(String.class)
                .single();
        superuser
                .sql(
                        "insert into smart_system (practice_id, issuer, client_id) values (:practice, :issuer, 'anteroom')")
                .param("practice", surgery.practice().value())
                .param("issuer", system.issuer())
                .update();
    }

    @AfterEach
    void close() {
        system.close();
    }

    @Test
    void firstLaunchAsksOnceWhoItIsAndTheNextGoesToThePatient() {
        Browser browser = browser();
        Page signIn = launch(browser, system.issuer());
        assertThat(signIn.path()).isEqualTo("/sign-in");
        Page asked = browser.signIn(surgery.clinician());
        assertThat(asked.path()).isEqualTo("/launched");
        Page patient = browser.submit(asked, "form[action=/launched]", Map.of());
        assertThat(patient.path()).isEqualTo("/patients/" + surgery.rosa().id() + "?video");

        Page again = launch(browser(), system.issuer());
        assertThat(again.path()).isEqualTo("/patients/" + surgery.rosa().id() + "?video");
        assertThat(again.text()).contains("Rosa Whitfield");
    }

    @Test
    void theQuestionHasPkceAudienceLaunchAndAnUnguessableState() {
        launch(browser(), system.issuer());
        Map<String, String> asked = system.lastAsked();
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "anteroom")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("aud", system.issuer())
                .containsEntry("launch", "opaque word")
                .containsEntry("redirect_uri", "http://localhost:8080/launch/callback");
        assertThat(asked.get("scope")).contains("launch", "openid", "fhirUser", "patient/Patient.r");
        assertThat(asked.get("state").length()).as("122 bits and more").isGreaterThan(21);
        assertThat(asked.get("code_challenge")).hasSize(43);
    }

    @Test
    void systemThatIsNotOnThePracticesListIsNotEvenAsked() {
        try (LaunchingSystem stranger = new LaunchingSystem(surgery.rosa(), port)) {
            assertThat(launch(browser(), stranger.issuer()).status()).isEqualTo(400);
            assertThat(stranger.heard()).isEmpty();
        }
        Surgery elsewhere = cast.surgery();
        String theirs = superuser
                .sql("select public_code from practice where practice_id = :practice")
                .param("practice", elsewhere.practice().value())
                .query(String.class)
                .single();
        Page refused = browser().open("/launch/" + theirs + "?iss=" + encode(system.issuer()) + "&launch=x");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(system.heard()).isEmpty();
    }

    @Test
    void systemWithoutS256IsRefused() {
        system.methods = "[\"plain\"]";
        assertThat(launch(browser(), system.issuer()).status()).isEqualTo(400);
        assertThat(system.heard()).doesNotContain("/authorize");
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "audience", "nonce"})
    void idTokenThatIsNotForUsOpensNothing(String wrong) {
        system.signsWithAnotherKey = wrong.equals("key");
        system.audience = wrong.equals("audience") ? "somebody-else" : "anteroom";
        system.nonceSuffix = wrong.equals("nonce") ? "x" : "";
        Browser browser = browser();
        Page refused = launch(browser, system.issuer());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("You cannot come in from the clinical system this way");
        assertThat(browser.open("/patients").path()).isEqualTo("/sign-in");
    }

    @Test
    void answerThatAnotherBrowserAskedForOpensNothing() {
        launch(browser(), system.issuer());
        String state = system.lastAsked().get("state");
        Browser other = browser();
        Page refused = other.open("/launch/callback?code=code0&state=" + encode(state));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(system.heard()).containsOnlyOnce("/token");
    }

    @Test
    void numberWithAnotherDateOfBirthIsNobodyOnTheList() {
        connect();
        system.bornThere = "1957-03-15";
        Page nobody = launch(browser(), system.issuer());
        assertThat(nobody.path()).isEqualTo("/launched/nobody");
        assertThat(nobody.text()).contains("This patient is not on the list").doesNotContain("Rosa");
    }

    @Test
    void whoSaysNoIsAskedAgainAndNotConnected() {
        Browser browser = browser();
        launch(browser, system.issuer());
        browser.signIn(surgery.clinician());
        browser.open("/patients");
        assertThat(launch(browser(), system.issuer()).path()).isEqualTo("/sign-in");
    }

    private void connect() {
        Browser browser = browser();
        launch(browser, system.issuer());
        browser.submit(browser.signIn(surgery.clinician()), "form[action=/launched]", Map.of());
    }

    private Page launch(Browser browser, String issuer) {
        return browser.open("/launch/" + code + "?iss=" + encode(issuer) + "&launch=opaque%20word");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
