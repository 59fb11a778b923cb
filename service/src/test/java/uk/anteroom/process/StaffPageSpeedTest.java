package uk.anteroom.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.Anteroom;
import uk.anteroom.patient.PatientId;
import uk.anteroom.request.NewRequest;
import uk.anteroom.request.PatientRequest.Kind;
import uk.anteroom.request.PatientRequest.Urgency;
import uk.anteroom.request.RequestId;
import uk.anteroom.request.Requests;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** How fast staff pages are with ten thousand patients and ten thousand open requests, on one processor. {@code bin/bench inbox} prints the figures. */
@Tag("bench")
class StaffPageSpeedTest {

    private static final int MANY = Integer.getInteger("patients", 10_000);
    private static final int PER_SECOND = Integer.getInteger("rate", 100);
    /** One after another, until most of it is compiled. */
    private static final int WARM_UP = 4000;
    /** And then as they are counted: many at once are compiled anew, on the one processor that shows them. */
    private static final Duration WARM_UP_TOGETHER = Duration.ofSeconds(60);

    private static final Duration LENGTH = Duration.ofSeconds(20);

    @Test
    void figures() throws Exception {
        String database = "pages_" + UUID.randomUUID().toString().replace("-", "");
        String url = TestDatabase.get().newDatabase(database);
        Surgery surgery = fill(url, database);
        leaveTheFirstProcessor(database);
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try (Node node = Node.startOnOneProcessor(url, mail.getSmtp().getPort());
                HttpClient http = HttpClient.newHttpClient()) {
            Browser browser = node.browser();
            browser.signIn(surgery.clinician());
            List<String> paths =
                    List.of("/requests", "/patients/" + surgery.rosa().id());
            String cookie = browser.cookies().entrySet().stream()
                    .map(one -> one.getKey() + "=" + one.getValue())
                    .collect(Collectors.joining("; "));
            for (int i = 0; i < WARM_UP; i++) {
                http.send(
                        page(node.base(), paths.get(i % paths.size()), cookie), HttpResponse.BodyHandlers.discarding());
            }
            ask(http, node.base(), cookie, paths, WARM_UP_TOGETHER);
            Duration before = node.worked();
            List<Answer> answers = ask(http, node.base(), cookie, paths, LENGTH);
            Duration worked = node.worked().minus(before);
            paths.forEach(path -> print(path, answers));
            System.out.printf("the processor worked %.1f ms a page%n", worked.toNanos() / 1e6 / answers.size());
            assertThat(answers).extracting(Answer::status).containsOnly(200);
        } finally {
            mail.stop();
        }
    }

    private record Answer(String path, int status, long millis) {}

    private static void print(String path, List<Answer> answers) {
        List<Long> sorted = answers.stream()
                .filter(answer -> answer.path().equals(path))
                .map(Answer::millis)
                .sorted()
                .toList();
        System.out.printf(
                "%-12s %d pages, %d a second: p50 %d ms, p95 %d ms, p99 %d ms%n",
                path.startsWith("/requests") ? "inbox" : "Patient page",
                sorted.size(),
                PER_SECOND,
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 95 / 100),
                sorted.get(sorted.size() * 99 / 100));
    }

    private static HttpRequest page(String base, String path, String cookie) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Cookie", cookie)
                .header("Accept", "text/html")
                .build();
    }

    /** Asks whether or not the pages before have come, and counts from when each was due. */
    private static List<Answer> ask(HttpClient http, String base, String cookie, List<String> paths, Duration length) {
        int many = (int) (PER_SECOND * length.toSeconds());
        long start = System.nanoTime();
        List<CompletableFuture<Answer>> asked = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            long due = start + i * 1_000_000_000L / PER_SECOND;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            String path = paths.get(i % paths.size());
            asked.add(http.sendAsync(page(base, path, cookie), HttpResponse.BodyHandlers.ofByteArray())
                    .thenApply(response ->
                            new Answer(path, response.statusCode(), (System.nanoTime() - due) / 1_000_000)));
        }
        return asked.stream().map(CompletableFuture::join).toList();
    }

    /** The database and whoever asks: on the first processor they would take from the service what is measured. */
    private static void leaveTheFirstProcessor(String database) throws Exception {
        long backend = JdbcClient.create(TestDatabase.get().superuserOf(database))
                .sql("select pg_backend_pid()")
                .query(Long.class)
                .single();
        long postmaster = ProcessHandle.of(backend)
                .flatMap(ProcessHandle::parent)
                .orElseThrow()
                .pid();
        String others = "1-" + (Runtime.getRuntime().availableProcessors() - 1);
        for (long pid : new long[] {postmaster, ProcessHandle.current().pid()}) {
            int failed = new ProcessBuilder("taskset", "-a", "-c", "-p", others, String.valueOf(pid))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            assertThat(failed).isZero();
        }
    }

    private static Surgery fill(String url, String database) {
        List<String> settings = new ArrayList<>(Node.settings(url, 1));
        settings.add("server.port=0");
        settings.add("test.database=" + database);
        try (ConfigurableApplicationContext idle = new SpringApplicationBuilder(Anteroom.class)
                .run(settings.stream().map(setting -> "--" + setting).toArray(String[]::new))) {
            Cast cast = idle.getBean(Cast.class);
            Requests requests = idle.getBean(Requests.class);
            Surgery surgery = cast.surgery();
            for (int i = 0; i < MANY; i++) {
                PatientId patient = i == 0
                        ? surgery.rosa().id()
                        : cast.patient(
                                        surgery.practice(),
                                        "Given" + i,
                                        "Family" + i,
                                        "1957-03-14",
                                        "person" + i + "@mail.example",
                                        null)
                                .id();
                requests.receive(
                        surgery.practice(),
                        new NewRequest(
                                new RequestId(UUID.randomUUID()),
                                patient,
                                null,
                                Kind.MEDICAL,
                                i % 100 == 0 ? Urgency.URGENT : Urgency.ROUTINE,
                                "Itchy rash " + i,
                                "It began on Sunday and itches at night."));
            }
            JdbcClient.create(TestDatabase.get().superuserOf(database))
                    .sql("vacuum analyze")
                    .update();
            return surgery;
        }
    }
}
