package uk.anteroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.anteroom.demo.cast.Person;
import uk.anteroom.demo.cast.Worker;
import uk.anteroom.loadedpatient.LoadedPatient;
import uk.anteroom.loadedpatient.LoadedPatients;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffId;

/** The clinical system tells Anteroom whom each of its users has open. */
class OpenPatientTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final RunningDemo demo = RunningDemo.get();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Test
    void whatIsOpenedAndClosedThereIsKnownHerePersonByPerson() throws Exception {
        press("as=amara", "patient=" + Person.WALTER.id());
        eventually(() -> open(Worker.AMARA, Person.WALTER));
        press("as=sam", "patient=" + Person.TOM.id());
        eventually(() -> open(Worker.SAM, Person.TOM));
        assertThat(open(Worker.AMARA, Person.WALTER)).isTrue();
        press("as=amara", "x=y");
        eventually(() -> loaded(Worker.AMARA) instanceof LoadedPatient.Nobody);
        assertThat(open(Worker.SAM, Person.TOM)).isTrue();
    }

    @Test
    void clinicalSystemIsConnectedWithoutAnybodyTouchingIt() {
        eventually(() -> loaded(Worker.JONAS) instanceof LoadedPatient.Nobody);
    }

    @Test
    void managersOpenNoRecords() throws Exception {
        String page = demo.ask("/demo/clinical-system").body();
        assertThat(page).contains("Dr Amara Okafor", "Sam Whitlock").doesNotContain("Priya Nair");
        assertThat(demo.ask("/demo/clinical-system?as=priya").statusCode()).isEqualTo(404);
    }

    private LoadedPatient loaded(Worker worker) {
        return demo.part(LoadedPatients.class)
                .of(demo.part(Staff.class)
                        .find(worker.surgery().id(), new StaffId(worker.id()))
                        .orElseThrow());
    }

    private boolean open(Worker worker, Person person) {
        return loaded(worker) instanceof LoadedPatient.OnList(var patient, var event, var since)
                && patient.equals(person.id());
    }

    private void press(String who, String field) throws IOException, InterruptedException {
        String page = browser.send(
                        HttpRequest.newBuilder(demo.at("/demo/clinical-system?" + who))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        Matcher token = TOKEN.matcher(page);
        assertThat(token.find()).isTrue();
        String body = who + "&" + field + "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        int status = browser.send(
                        HttpRequest.newBuilder(demo.at("/demo/clinical-system/loaded"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
        assertThat(status).isEqualTo(302);
    }

    private static void eventually(BooleanSupplier answer) {
        Instant deadline = Instant.now().plusSeconds(20);
        while (!answer.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
