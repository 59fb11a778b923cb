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
import java.util.Map;
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
    private static final int PER_SECOND = 100;
    private static final Duration LENGTH = Duration.ofSeconds(20);

    @Test
    void figures() throws Exception {
        String database = "pages_" + UUID.randomUUID().toString().replace("-", "");
        String url = TestDatabase.get().newDatabase(database);
        Surgery surgery = fill(url, database);
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try (Node node = Node.startOnOneProcessor(url, mail.getSmtp().getPort());
                HttpClient http = HttpClient.newHttpClient()) {
            Browser browser = node.browser();
            browser.signIn(surgery.clinician());
            List<String> paths =
                    List.of("/requests", "/patients/" + surgery.rosa().id());
            ask(http, node.base(), browser.cookies(), paths);
            Map<String, List<Long>> times = ask(http, node.base(), browser.cookies(), paths);
            times.forEach((path, taken) -> {
                List<Long> sorted = taken.stream().sorted().toList();
                System.out.printf(
                        "%-12s %d pages, %d a second: p50 %d ms, p95 %d ms, p99 %d ms%n",
                        path.startsWith("/requests") ? "inbox" : "Patient page",
                        sorted.size(),
                        PER_SECOND,
                        sorted.get(sorted.size() / 2),
                        sorted.get(sorted.size() * 95 / 100),
                        sorted.get(sorted.size() * 99 / 100));
            });
        } finally {
            mail.stop();
        }
    }

    /** Milliseconds from when each page was due until it was there. */
    private static Map<String, List<Long>> ask(
            HttpClient http, String base, Map<String, String> cookies, List<String> paths) {
        String cookie = cookies.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("; "));
        int many = (int) (PER_SECOND * LENGTH.toSeconds());
        long start = System.nanoTime();
        List<CompletableFuture<Map.Entry<String, Long>>> asked = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            long due = start + i * 1_000_000_000L / PER_SECOND;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            String path = paths.get(i % paths.size());
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                    .header("Cookie", cookie)
                    .header("Accept", "text/html")
                    .build();
            asked.add(http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                    .thenApply(response -> {
                        assertThat(response.statusCode()).isEqualTo(200);
                        return Map.entry(path, (System.nanoTime() - due) / 1_000_000);
                    }));
        }
        return asked.stream()
                .map(CompletableFuture::join)
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
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
