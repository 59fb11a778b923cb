package uk.anteroom.toolbardoor;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.testing.Fhircast.close;
import static uk.anteroom.testing.Fhircast.event;
import static uk.anteroom.testing.Fhircast.id;
import static uk.anteroom.testing.Fhircast.open;
import static uk.anteroom.testing.RawProgram.json;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.Desk;
import uk.anteroom.testing.Fhircast;
import uk.anteroom.testing.RawProgram;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;
import uk.anteroom.testing.Together;

/** From a button of the toolbar to a page in the browser. */
class WaysTest extends RunningService {

    @Autowired
    Cast cast;

    @Autowired
    Desk desk;

    final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());

    Surgery surgery;
    RawProgram clinicalSystem;
    RawProgram toolbar;

    @BeforeEach
    void connect() {
        surgery = cast.surgery();
        clinicalSystem = desk.clinicalSystem(port, surgery.clinician());
        toolbar = desk.toolbar(port, surgery.clinician());
    }

    @Test
    void cameraLeadsToThePatientPageSignedInWithVideoCallChosen() {
        String opened = rosaIsOpen();
        Browser browser = browser();
        Page page = browser.open(way("video-call", opened));
        assertThat(page.path()).isEqualTo("/patients/" + surgery.rosa().id() + "?video");
        assertThat(page.html().select("input[name=act][checked]").parents().text())
                .contains("Video call patient");
        assertThat(page.html().select(".a-me").text()).contains("Dr Amara Okafor");
        assertThat(page.html().select("#record-check").text()).isEqualTo("Same patient open in the clinical system");
        // and the session is one like any other
        assertThat(browser.open("/requests").status()).isEqualTo(200);
    }

    @Test
    void otherButtonsLeadToTheirPages() {
        String opened = rosaIsOpen();
        UUID consultation = UUID.randomUUID();
        assertThat(browser().open(way("patient", opened)).path())
                .isEqualTo("/patients/" + surgery.rosa().id());
        assertThat(browser().open(way("message", opened)).path())
                .isEqualTo("/patients/" + surgery.rosa().id() + "?message");
        assertThat(browser().open(way("requests", null)).path()).isEqualTo("/requests");
        assertThat(browser().open(way("waiting", null)).path()).isEqualTo("/waiting");
        Page unknown =
                browser().open(address(ask("{\"to\":\"consultation\",\"consultation\":\"" + consultation + "\"}")));
        assertThat(unknown.path()).isEqualTo("/consultations/" + consultation);
        assertThat(unknown.status()).isEqualTo(404);
    }

    @Test
    void thereIsNoWayToAPatientTheToolbarDoesNotShow() {
        assertThat(problem(ask("video-call", id()))).isEqualTo("no-patient-open");
        String opened = rosaIsOpen();
        assertThat(problem(ask("video-call", id()))).isEqualTo("another-patient-open");
        assertThat(problem(ask("{\"to\":\"video-call\"}"))).isEqualTo("another-patient-open");
        clinicalSystem.event(close(toolbar.topic(), id(), Instant.now(), surgery.rosa()));
        assertThat(problem(ask("video-call", opened))).isEqualTo("no-patient-open");
        String stranger = id();
        clinicalSystem.event(event(
                toolbar.topic(),
                stranger,
                Instant.now().toString(),
                "Patient-open",
                Fhircast.patient("9", "9990000018", "Ada", "Stranger", "1950-01-01")));
        assertThat(problem(ask("video-call", stranger))).isEqualTo("not-on-list");
    }

    @Test
    void wayWorksOnceHoweverManyGoAtOnce() {
        String way = way("requests", null);
        List<String> paths = Together.together(6, unused -> browser().open(way).path());
        assertThat(paths).containsOnlyOnce("/requests");
        Page used = browser().open(way);
        assertThat(used.status()).isEqualTo(404);
        assertThat(used.text()).contains("This way in has been used");
        assertThat(used.html().select("main a").attr("href")).isEqualTo("/sign-in");
    }

    @Test
    void wayLastsAMinute() {
        String way = way("requests", null);
        superuser
                .sql("update desktop_way set dies_at = dies_at - interval '60 seconds' where practice_id = :practice")
                .param("practice", surgery.practice().value())
                .update();
        assertThat(browser().open(way).text()).contains("This way in has been used");
    }

    @Test
    void madeUpWaysAreAnsweredLikeUsedOnes() {
        String used = way("requests", null);
        browser().open(used);
        String text = browser().open(used).text();
        for (String guess : List.of("x", surgery.practice() + ".guess", UUID.randomUUID() + ".guess", "%00", "<b>")) {
            Page page = browser().open("/open/" + guess.replace("<", "%3C").replace(">", "%3E"));
            assertThat(page.status()).as(guess).isIn(400, 404);
            if (page.status() == 404) {
                assertThat(page.text()).as(guess).isEqualTo(text);
            }
        }
    }

    @Test
    void endedTokenLeadsNowhere() {
        String way = way("requests", null);
        toolbar.delete("/toolbar/session");
        assertThat(browser().open(way).text()).contains("This way in has been used");
    }

    @Test
    void browserGetsASessionOfItsOwn() {
        Browser browser = browser();
        browser.open("/sign-in");
        Map<String, String> before = Map.copyOf(browser.cookies());
        browser.open(way("requests", null));
        assertThat(browser.cookies().get("__Host-staff")).isNotBlank().isNotEqualTo(before.get("__Host-staff"));
    }

    /** A page that is open elsewhere asks at the same moment, with the session that has just begun. */
    @Test
    void pagesAskedForAtOnceInANewSessionAllCome() {
        for (int i = 0; i < 10; i++) {
            HttpResponse<String> first = get(way("requests", null), "");
            String session =
                    first.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
            List<HttpResponse<String>> pages = Together.together(6, unused -> get("/requests", session));
            assertThat(pages).allSatisfy(page -> assertThat(page.statusCode()).isEqualTo(200));
            // and the forms of each are taken
            for (HttpResponse<String> page : pages) {
                String token = Jsoup.parse(page.body())
                        .selectFirst("meta[name=csrf-token]")
                        .attr("content");
                assertThat(post("/settings/programs/" + UUID.randomUUID() + "/end", session, token))
                        .isEqualTo(302);
            }
        }
    }

    @Test
    void whoeverIsSignedInAlreadyKeepsTheirSession() {
        Browser browser = browser();
        Page page = browser.signIn(surgery.clinician());
        String session = browser.cookies().get("__Host-staff");
        String token = Browser.token(page);
        assertThat(browser.open(way("waiting", null)).path()).isEqualTo("/waiting");
        assertThat(browser.cookies()).containsEntry("__Host-staff", session);
        // a form from before is still taken
        assertThat(browser.post("/settings/programs/" + UUID.randomUUID() + "/end", Map.of("_csrf", token))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoeverIsSignedInAsSomebodyElseIsAskedFirst() {
        Browser browser = browser();
        browser.signIn(surgery.receptionist());
        String way = way("requests", null);
        Page ask = browser.open(way);
        assertThat(ask.text()).contains("You are signed in as Sam Whitlock", "Go on as Dr Amara Okafor");
        assertThat(browser.open("/requests").html().select(".a-me").text()).contains("Sam Whitlock");
        superuser
                .sql("update desktop_way set dies_at = dies_at - interval '60 seconds' where practice_id = :practice")
                .param("practice", surgery.practice().value())
                .update();
        Page page = browser.submit(ask, "main form", Map.of());
        assertThat(page.path()).isEqualTo("/requests");
        assertThat(page.html().select(".a-me").text()).contains("Dr Amara Okafor");
    }

    @Test
    void linkOnAnotherSiteSignsNobodyIn() throws Exception {
        String way = way("requests", null);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + way))
                                .header("Sec-Fetch-Site", "cross-site")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("This way in has been used").doesNotContain("Sign out");
        assertThat(browser().head(way)).isEqualTo(404);
        // nor was it used up by that
        assertThat(browser().open(way).path()).isEqualTo("/requests");
    }

    @Test
    void misshapenWishesAreRefusedInPlainText() {
        for (String body : List.of(
                "",
                "[]",
                "{}",
                "{\"to\":\"home\"}",
                "{\"to\":7}",
                "{\"to\":\"consultation\",\"consultation\":\"x\"}",
                "{")) {
            HttpResponse<String> answer = ask(body);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        }
        assertThat(ask("x".repeat(70_000)).statusCode()).isEqualTo(413);
    }

    private HttpResponse<String> get(String path, String cookie) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .header("Accept", "text/html")
                                    .header("Cookie", cookie)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private int post(String path, String cookie, String token) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .header("Cookie", cookie)
                                    .POST(HttpRequest.BodyPublishers.ofString(
                                            "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String rosaIsOpen() {
        String event = id();
        clinicalSystem.event(open(toolbar.topic(), event, Instant.now(), surgery.rosa()));
        return event;
    }

    private String way(String to, String event) {
        return address(ask(to, event));
    }

    private static String address(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String address = json(answer).path("address").asString();
        assertThat(address).startsWith("http://localhost:8080/open/");
        return URI.create(address).getPath();
    }

    private HttpResponse<String> ask(String to, String event) {
        return ask(event == null ? "{\"to\":\"" + to + "\"}" : "{\"to\":\"" + to + "\",\"event\":\"" + event + "\"}");
    }

    private HttpResponse<String> ask(String body) {
        return toolbar.post("/toolbar/ways", "application/json", body);
    }

    private static String problem(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(409);
        return json(answer).path("problem").asString();
    }
}
