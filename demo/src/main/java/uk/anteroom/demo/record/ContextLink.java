package uk.anteroom.demo.record;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.anteroom.demo.cast.Worker;

/**
 * Tells Anteroom's hub over FHIRcast, by real HTTP and a real socket, whom one member of staff has open. It listens for as long as the demo
 * runs, which is how the hub knows that what it told can be believed, and says again what is open whenever it had to connect anew.
 */
final class ContextLink implements WebSocket.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(ContextLink.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

    private final Worker worker;
    private final URI here;
    private final Supplier<String> newToken;
    private final RecordStore store;
    private final ObjectMapper json;
    private final HttpClient client;
    private final StringBuilder heard = new StringBuilder();
    private volatile @Nullable String token;
    private volatile @Nullable String topic;
    private volatile @Nullable RecordPatient lastTold;
    private volatile CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean stopped;

    /** @param newToken gives the clinical system a token for this member of staff; the demo asks the service for it without a browser */
    ContextLink(
            Worker worker,
            URI here,
            Supplier<String> newToken,
            RecordStore store,
            ObjectMapper json,
            HttpClient client) {
        this.worker = worker;
        this.here = here;
        this.newToken = newToken;
        this.store = store;
        this.json = json;
        this.client = client;
    }

    void start() {
        Thread.ofVirtual().name("context-link-" + worker.name()).start(this::run);
    }

    void stop() {
        stopped = true;
        closed.countDown();
    }

    private void run() {
        while (!stopped) {
            try {
                connect();
                closed.await();
            } catch (IOException | RuntimeException e) {
                LOG.debug("{}'s clinical system is not connected, will try again", worker, e);
            } catch (InterruptedException e) {
                return;
            }
            pause();
        }
    }

    private void connect() throws IOException, InterruptedException {
        topic = topic();
        HttpResponse<String> answer = post(
                "application/x-www-form-urlencoded",
                "hub.channel.type=websocket&hub.mode=subscribe&subscriber.name=Demo+clinical+system"
                        + "&hub.events=Patient-open,Patient-close&hub.topic=" + encode(topic));
        if (answer.statusCode() != 202) {
            throw new IOException("The hub answers " + answer.statusCode());
        }
        closed = new CountDownLatch(1);
        String endpoint =
                json.readTree(answer.body()).path("hub.channel.endpoint").asString();
        // the connector on loopback, whose certificate nobody has to accept
        URI socket =
                URI.create("ws://" + here.getAuthority() + URI.create(endpoint).getPath());
        client.newWebSocketBuilder()
                .connectTimeout(PATIENCE)
                .buildAsync(socket, this)
                .join();
        // nobody is open for a newcomer anyway
        store.opened(worker)
                .filter(last -> last.patient() != null || lastTold != null)
                .ifPresent(this::tell);
    }

    /** The topic of this member of staff; with another token, if this one has been ended. */
    private String topic() throws IOException, InterruptedException {
        HttpResponse<String> session = session();
        if (session.statusCode() == 401) {
            token = newToken.get();
            session = session();
        }
        if (session.statusCode() != 200) {
            throw new IOException("The session answers " + session.statusCode());
        }
        return json.readTree(session.body()).path("hub.topic").asString();
    }

    private HttpResponse<String> session() throws IOException, InterruptedException {
        return client.send(ask("/toolbar/session").GET().build(), BodyHandlers.ofString());
    }

    /** Tells what was done last. Whoever is shown another patient than is open here must not be, so it is told before the page answers. */
    void tell(Opened last) {
        try {
            RecordPatient patient = last.patient();
            if (topic == null) {
                return;
            }
            HttpResponse<String> answer = post("application/fhir+json", event(last, patient));
            LOG.debug("{}'s clinical system told what is open: {}", worker, answer.statusCode());
        } catch (IOException e) {
            LOG.debug("What is open could not be told, will be when connected again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String event(Opened last, @Nullable RecordPatient patient) {
        ObjectNode all = json.createObjectNode()
                .put("timestamp", last.at().toString())
                .put("id", last.event().toString());
        ObjectNode event = all.putObject("event")
                .put("hub.topic", topic)
                .put("hub.event", patient == null ? "Patient-close" : "Patient-open");
        ObjectNode resource =
                event.putArray("context").addObject().put("key", "patient").putObject("resource");
        fill(resource, patient == null ? lastTold : patient);
        if (patient != null) {
            lastTold = patient;
        }
        return all.toString();
    }

    private static void fill(ObjectNode resource, @Nullable RecordPatient patient) {
        resource.put("resourceType", "Patient");
        if (patient == null) {
            resource.put("id", "none");
            return;
        }
        resource.put("id", patient.id().toString());
        resource.putArray("identifier")
                .addObject()
                .put("system", "https://fhir.nhs.uk/Id/nhs-number")
                .put("value", patient.nhsNumber().value());
        ObjectNode name =
                resource.putArray("name").addObject().put("use", "official").put("family", patient.familyName());
        name.putArray("given").add(patient.givenName());
        resource.put("birthDate", patient.birthday().toString());
    }

    private HttpResponse<String> post(String type, String body) throws IOException, InterruptedException {
        return client.send(
                ask("/fhircast")
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder ask(String path) {
        String known = token;
        return HttpRequest.newBuilder(here.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + (known == null ? "none" : known));
    }

    private void pause() {
        try {
            if (!stopped) {
                TimeUnit.MILLISECONDS.sleep(AGAIN_AFTER.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
        heard.append(text);
        if (last) {
            JsonNode said = json.readTree(heard.toString());
            heard.setLength(0);
            if (said.has("event")) {
                socket.sendText(
                        json.createObjectNode()
                                .put("id", said.path("id").asString())
                                .put("status", 200)
                                .toString(),
                        true);
            }
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        closed.countDown();
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable problem) {
        closed.countDown();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
