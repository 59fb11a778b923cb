package uk.anteroom.toolbardoor;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.testing.RawProgram.json;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RawProgram;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;
import uk.anteroom.testing.Together;

/** A program is connected through the browser (RFC 8628), used, and ended. */
class ConnectingTest extends RunningService {

    static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
    static final String FORM = "form[action=/connect]";

    @Autowired
    Cast cast;

    final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());

    Surgery surgery;
    RawProgram program;

    @BeforeEach
    void open() {
        surgery = cast.surgery();
        program = new RawProgram(port, null);
    }

    @Test
    void programIsConnectedByWhoeverIsSignedInAndToldOnce() {
        JsonNode code = ask();
        assertThat(code.path("user_code").asString()).matches("[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}");
        assertThat(code.path("verification_uri").asString()).isEqualTo("http://localhost:8080/connect");
        assertThat(code.path("verification_uri_complete").asString())
                .isEqualTo("http://localhost:8080/connect?code="
                        + code.path("user_code").asString());
        assertThat(code.path("expires_in").asInt()).isEqualTo(600);
        assertThat(error(poll(code))).isEqualTo("authorization_pending");

        Browser browser = signedIn(surgery.clinician());
        Page page = connectPage(browser, code);
        assertThat(page.text())
                .contains(
                        "Anteroom toolbar wants to act for you",
                        code.path("user_code").asString(),
                        "Dr Amara Okafor");
        assertThat(browser.submit(page, FORM, Map.of("yes", "true")).text()).contains("Connected.");
        patient();
        HttpResponse<String> answer = poll(code);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        JsonNode token = json(answer);
        assertThat(token.path("token_type").asString()).isEqualTo("Bearer");
        assertThat(token.path("expires_in").asInt()).isBetween(72 * 3600 - 10, 72 * 3600);
        assertThat(token.path("hub.url").asString()).isEqualTo("http://localhost:8080/fhircast");
        assertThat(token.path("staff").asString()).isEqualTo("Dr Amara Okafor");
        assertThat(token.path("practice").asString()).isEqualTo("Test Surgery");
        patient();
        assertThat(error(poll(code))).isEqualTo("expired_token");

        RawProgram connected = new RawProgram(port, token.path("access_token").asString());
        JsonNode session = json(connected.get("/toolbar/session"));
        assertThat(session.path("hub.topic")).isEqualTo(token.path("hub.topic"));
        assertThat(session.has("access_token")).isFalse();
    }

    @Test
    void tokenIsKeptAsItsHashOnly() {
        String token = connect(surgery.clinician());
        String row = superuser
                .sql("select p::text from desktop_program p where practice_id = :practice")
                .param("practice", surgery.practice().value())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(token.substring(token.indexOf('.') + 1));
    }

    @Test
    void refusedProgramIsToldSo() {
        JsonNode code = ask();
        Browser browser = signedIn(surgery.clinician());
        Page page = browser.submit(connectPage(browser, code), FORM, Map.of("yes", "false"));
        assertThat(page.text()).contains("The program was not connected");
        assertThat(error(poll(code))).isEqualTo("access_denied");
    }

    @Test
    void impatientProgramWaitsLongerEachTime() {
        JsonNode code = ask();
        assertThat(error(poll(code))).isEqualTo("authorization_pending");
        assertThat(error(poll(code))).isEqualTo("slow_down");
        assertThat(superuser
                        .sql(
                                "select max(poll_seconds) from desktop_code where polled_at > clock_timestamp() - interval '5 seconds'")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(7);
    }

    @Test
    void codeThatDiedConnectsNothing() {
        JsonNode code = ask();
        superuser.sql("update desktop_code set dies_at = clock_timestamp()").update();
        Browser browser = signedIn(surgery.clinician());
        Page page = browser.open("/connect?code=" + code.path("user_code").asString());
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("No program is waiting with this code");
        assertThat(error(poll(code))).isEqualTo("expired_token");
    }

    @Test
    void codeIsReadHoweverItIsTyped() {
        JsonNode code = ask();
        String typed = code.path("user_code").asString().toLowerCase().replace("-", "+");
        assertThat(signedIn(surgery.clinician()).open("/connect?code=" + typed).text())
                .contains("wants to act for you");
    }

    @Test
    void codeSurvivesTheSignIn() {
        JsonNode code = ask();
        Browser browser = browser();
        Page signIn = browser.open("/connect?code=" + code.path("user_code").asString());
        assertThat(signIn.path()).isEqualTo("/sign-in");
        Page page = browser.submit(
                signIn,
                "form[action=/sign-in]",
                Map.of("email", Cast.signInName(surgery.clinician().id()), "password", Cast.PASSWORD));
        assertThat(page.path())
                .isEqualTo("/connect?code=" + code.path("user_code").asString());
        assertThat(page.text()).contains("wants to act for you");
    }

    @Test
    void programFromAnotherNetworkIsShownAsOne() {
        JsonNode code = ask();
        superuser.sql("update desktop_code set asked_from = '\\x00'").update();
        assertThat(connectPage(signedIn(surgery.clinician()), code)
                        .html()
                        .select(".a-note--bad")
                        .text())
                .contains("Connect only a program that you have just started yourself");
    }

    @Test
    void managersConnectNothing() {
        JsonNode code = ask();
        assertThat(signedIn(surgery.manager())
                        .open("/connect?code=" + code.path("user_code").asString())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void twoWhoAskAtOnceGetOneToken() {
        JsonNode code = ask();
        Browser browser = signedIn(surgery.clinician());
        browser.submit(connectPage(browser, code), FORM, Map.of("yes", "true"));
        List<Integer> statuses = Together.together(4, unused -> {
            patient();
            return poll(code).statusCode();
        });
        assertThat(statuses).containsOnlyOnce(200);
    }

    @Test
    void misshapenQuestionsAreAnsweredAsTheStandardSays() {
        assertThat(error(program.form("/toolbar/codes", Map.of("client_id", "somebody"))))
                .isEqualTo("invalid_client");
        assertThat(error(program.form("/toolbar/tokens", Map.of("grant_type", "password"))))
                .isEqualTo("unsupported_grant_type");
        assertThat(error(program.form("/toolbar/tokens", Map.of("grant_type", GRANT, "client_id", "anteroom-toolbar"))))
                .isEqualTo("invalid_request");
        JsonNode code = ask();
        assertThat(error(program.form(
                        "/toolbar/tokens",
                        Map.of(
                                "grant_type",
                                GRANT,
                                "client_id",
                                "clinical-system",
                                "device_code",
                                code.path("device_code").asString()))))
                .isEqualTo("expired_token");
    }

    @Test
    void staffSeeTheirOwnProgramsAndEndThem() {
        String token = connect(surgery.clinician());
        connect(surgery.receptionist());
        Browser browser = signedIn(surgery.clinician());
        Page list = browser.open("/settings/programs");
        assertThat(list.html().select("tbody tr")).hasSize(1);
        assertThat(list.text()).contains("Anteroom toolbar");
        Page after = browser.submit(list, "tbody form", Map.of());
        assertThat(after.text()).contains("No program is connected");
        assertThat(new RawProgram(port, token).get("/toolbar/session").statusCode())
                .isEqualTo(401);
    }

    @Test
    void programsOfOthersCannotBeEnded() {
        String token = connect(surgery.receptionist());
        Browser browser = signedIn(surgery.clinician());
        connect(surgery.clinician());
        Page list = browser.open("/settings/programs");
        String theirs = superuser
                .sql("select program_id::text from desktop_program where practice_id = :practice and staff_id = :staff")
                .param("practice", surgery.practice().value())
                .param("staff", surgery.receptionist().id().value())
                .query(String.class)
                .single();
        browser.post("/settings/programs/" + theirs + "/end", Map.of("_csrf", Browser.token(list)));
        assertThat(new RawProgram(port, token).get("/toolbar/session").statusCode())
                .isEqualTo(200);
    }

    @Test
    void programEndsItself() {
        RawProgram connected = new RawProgram(port, connect(surgery.clinician()));
        assertThat(connected.delete("/toolbar/session").statusCode()).isEqualTo(204);
        assertThat(connected.get("/toolbar/session").statusCode()).isEqualTo(401);
    }

    @Test
    void tokenDiesUnusedAndAfterAMonthHoweverBusy() {
        String unused = connect(surgery.clinician());
        age("used_at", "72 hours");
        assertThat(new RawProgram(port, unused).get("/toolbar/session").statusCode())
                .isEqualTo(401);
        RawProgram busy = new RawProgram(port, connect(surgery.clinician()));
        age("connected_at", "29 days 23 hours");
        assertThat(json(busy.get("/toolbar/session")).path("expires_in").asInt())
                .isBetween(3500, 3600);
        age("connected_at", "1 hour");
        assertThat(busy.get("/toolbar/session").statusCode()).isEqualTo(401);
    }

    @Test
    void whoeverLeftOrLostTheirRoleLosesTheTokenForGood() {
        for (String change : Set.of("left_at = clock_timestamp()", "roles = '{PRACTICE_MANAGER}'")) {
            StaffMember by = cast.surgery().clinician();
            RawProgram connected = new RawProgram(port, connect(by));
            assertThat(connected.get("/toolbar/session").statusCode()).isEqualTo(200);
            superuser
                    .sql("update staff_member set " + change + " where staff_id = :id")
                    .param("id", by.id().value())
                    .update();
            assertThat(connected.get("/toolbar/session").statusCode()).isEqualTo(401);
            superuser
                    .sql("update staff_member set left_at = null, roles = '{CLINICIAN}' where staff_id = :id")
                    .param("id", by.id().value())
                    .update();
            assertThat(connected.get("/toolbar/session").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void cookiesOpenNothingHere() {
        Browser browser = signedIn(surgery.clinician());
        assertThat(browser.fetch("/toolbar/session").statusCode()).isEqualTo(401);
        assertThat(browser.fetch("/toolbar/news").statusCode()).isEqualTo(401);
    }

    private JsonNode ask() {
        HttpResponse<String> answer = program.form("/toolbar/codes", Map.of("client_id", "anteroom-toolbar"));
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer);
    }

    private HttpResponse<String> poll(JsonNode code) {
        return program.form(
                "/toolbar/tokens",
                Map.of(
                        "grant_type",
                        GRANT,
                        "client_id",
                        "anteroom-toolbar",
                        "device_code",
                        code.path("device_code").asString()));
    }

    private String connect(StaffMember by) {
        JsonNode code = ask();
        Browser browser = signedIn(by);
        browser.submit(connectPage(browser, code), FORM, Map.of("yes", "true"));
        return json(poll(code)).path("access_token").asString();
    }

    private Page connectPage(Browser browser, JsonNode code) {
        return browser.open("/connect?code=" + code.path("user_code").asString());
    }

    private Browser signedIn(StaffMember by) {
        Browser browser = browser();
        browser.signIn(by);
        return browser;
    }

    private static String error(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isBetween(400, 499);
        return json(answer).path("error").asString();
    }

    /** Lets the time pass that a program has to wait between two questions. */
    private void patient() {
        superuser
                .sql("update desktop_code set polled_at = polled_at - interval '1 hour'")
                .update();
    }

    private void age(String column, String by) {
        superuser
                .sql("update desktop_program set " + column + " = " + column + " - interval '" + by
                        + "' where practice_id = :practice")
                .param("practice", surgery.practice().value())
                .update();
    }
}
