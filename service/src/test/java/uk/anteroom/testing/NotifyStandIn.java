package uk.anteroom.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.json.JSONArray;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in for GOV.UK Notify, which runs nowhere but at its own address. It does what the documentation of its REST API says: looks at signature, clock, template
 * and recipient of a request, answers each documented error in its own words, keeps what it took, and makes of its simulators' numbers and addresses what a test key
 * makes of them.
 *
 * @see <a href="https://docs.notifications.service.gov.uk/rest-api.html">Its documentation</a>
 */
public final class NotifyStandIn implements AutoCloseable {

    public static final String SMS_TEMPLATE = "6a8b4d32-6f0e-4d2e-9a1d-2f6f5f0f7a11";
    public static final String EMAIL_TEMPLATE = "0f6e7a5c-12b5-4a3f-8f0d-6a1d8c9b2e22";
    public static final String CALLBACK_TOKEN = "callback-token-of-the-tests-0123456789";

    private static final String SERVICE = "8c3f7f0a-5b1e-4f58-9d7c-3a1b2c4d5e6f";
    private static final String SECRET = "1d2c3b4a-9f8e-4d7c-a6b5-0c1d2e3f4a5b";
    private static final int CLOCK_S = 30;

    /** What goes wrong with the next request that sends something. */
    public enum Fault {
        /** Refused before anything is kept. */
        BAD_REQUEST(400, "BadRequestError", "Can't send to this recipient using a team-only API key"),
        TRIAL_MODE(400, "BadRequestError", "Can't send to this recipient when service is in trial mode"),
        RATE_LIMIT(429, "RateLimitError", "Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds"),
        DAILY_LIMIT(429, "TooManyRequestsError", "Exceeded send limits (250,000) for today"),
        BROKEN(500, "Exception", "Internal server error"),
        UNAVAILABLE(503, "Exception", "Service unavailable"),
        /** Hangs without having taken anything. */
        HANG(0, "", ""),
        /** Takes it, and cuts the line instead of answering. */
        CUT_OFF(0, "", ""),
        /** Takes it, and hangs instead of answering. */
        TAKEN_AND_HANG(0, "", ""),
        /** Answers with something that is no answer of its own. */
        HTML(502, "", "");

        private final int status;
        private final String error;
        private final String message;

        Fault(int status, String error, String message) {
            this.status = status;
            this.error = error;
            this.message = message;
        }
    }

    /** One message that was taken. */
    public record Taken(
            UUID id, String type, String to, String reference, Map<String, String> personalisation, String status) {}

    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;
        private final int status;
        private final String error;

        Refusal(int status, String error, String message) {
            super(message);
            this.status = status;
            this.error = error;
        }
    }

    private final HttpServer server;
    private final Deque<Fault> faults = new ConcurrentLinkedDeque<>();
    private final Deque<Fault> faultsOfQuestions = new ConcurrentLinkedDeque<>();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    public NotifyStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v2/notifications", this::answer);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The key of the service that it knows. */
    public String apiKey() {
        return "anteroom-tests-" + SERVICE + "-" + SECRET;
    }

    /** One it does not know. */
    public String forgedKey() {
        return "anteroom-tests-" + SERVICE + "-" + new UUID(1, 2);
    }

    /** What happens to the next messages, one each. */
    public void next(Fault... these) {
        faults.addAll(Arrays.asList(these));
    }

    /** What happens to the next questions, one each. */
    public void nextQuestion(Fault... these) {
        faultsOfQuestions.addAll(Arrays.asList(these));
    }

    /** All is well again. */
    public void forgetFaults() {
        faults.clear();
        faultsOfQuestions.clear();
    }

    /** Everything of a reference, oldest first. */
    public List<Taken> of(String reference) {
        return taken.stream().filter(one -> one.reference().equals(reference)).toList();
    }

    /** Says what became of a message, as Notify does by itself; answers the status of our answer. */
    public int report(URI to, String token, Taken message, String status) {
        JSONObject body = new JSONObject()
                .put("id", message.id().toString())
                .put("reference", message.reference())
                .put("to", message.to())
                .put("status", status)
                .put("created_at", Instant.now().toString())
                .put("completed_at", Instant.now().toString())
                .put("sent_at", Instant.now().toString())
                .put("notification_type", message.type())
                .put("template_id", SMS_TEMPLATE)
                .put("template_version", 1);
        return post(to, token, body.toString());
    }

    /** Sends that text as a report. */
    public int post(URI to, String token, String body) {
        HttpRequest request = HttpRequest.newBuilder(to)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            route(exchange);
        }
    }

    private void route(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        try {
            authenticate(exchange.getRequestHeaders().getFirst("Authorization"));
            switch (exchange.getRequestMethod() + " " + path) {
                case "POST /v2/notifications/sms" -> send(exchange, "sms", body);
                case "POST /v2/notifications/email" -> send(exchange, "email", body);
                case "GET /v2/notifications" -> list(exchange);
                default -> throw new Refusal(404, "NoResultFound", "No result found");
            }
        } catch (Refusal e) {
            say(exchange, e.status, error(e.status, e.error, e.getMessage()));
        }
    }

    private static void authenticate(@Nullable String header) throws Refusal {
        if (header == null || !header.startsWith("Bearer ")) {
            throw new Refusal(401, "AuthError", "Unauthorized, authentication token must be provided");
        }
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setVerificationKey(new org.jose4j.keys.HmacKey(SECRET.getBytes(StandardCharsets.UTF_8)))
                    .setRelaxVerificationKeyValidation()
                    .setExpectedIssuer(SERVICE)
                    .setRequireIssuedAt()
                    .build()
                    .processToClaims(header.substring("Bearer ".length()));
            long age = Math.abs(
                    Instant.now().getEpochSecond() - claims.getIssuedAt().getValue());
            if (age > CLOCK_S) {
                throw new Refusal(403, "AuthError", "Error: Your system clock must be accurate to within 30 seconds");
            }
        } catch (InvalidJwtException | org.jose4j.jwt.MalformedClaimException e) {
            throw new Refusal(403, "AuthError", "Invalid token: signature, api token not found");
        }
    }

    private void send(HttpExchange exchange, String type, byte[] body) throws IOException, Refusal {
        Fault fault = faults.poll();
        if (fault == Fault.HANG) {
            hang();
            return;
        }
        if (fault == Fault.HTML) {
            say(exchange, fault.status, "<html><body>Bad gateway</body></html>");
            return;
        }
        if (fault != null && fault.status > 0) {
            throw new Refusal(fault.status, fault.error, fault.message);
        }
        Taken message = message(type, new JSONObject(new String(body, StandardCharsets.UTF_8)));
        taken.add(message);
        if (fault == Fault.CUT_OFF) {
            return;
        }
        if (fault == Fault.TAKEN_AND_HANG) {
            hang();
            return;
        }
        say(exchange, 201, accepted(message).toString());
    }

    private static Taken message(String type, JSONObject json) throws Refusal {
        boolean sms = type.equals("sms");
        String template = json.optString("template_id");
        if (!template.equals(sms ? SMS_TEMPLATE : EMAIL_TEMPLATE)) {
            throw new Refusal(400, "BadRequestError", "Template not found");
        }
        String field = sms ? "phone_number" : "email_address";
        String to = json.optString(field);
        if (sms && !to.matches("\\+?[0-9 ]+")) {
            throw new Refusal(400, "ValidationError", "phone_number Must not contain letters or symbols");
        }
        if (sms && !to.startsWith("+447")) {
            throw new Refusal(400, "ValidationError", "phone_number Not a UK mobile number");
        }
        if (!sms && !to.contains("@")) {
            throw new Refusal(400, "ValidationError", "email_address Not a valid email address");
        }
        JSONObject given = json.optJSONObject("personalisation", new JSONObject());
        for (String needed : sms ? List.of("text") : List.of("subject", "text")) {
            if (!given.has(needed)) {
                throw new Refusal(400, "BadRequestError", "Missing personalisation: " + needed);
            }
        }
        Map<String, String> words = given.keySet().stream().collect(Collectors.toMap(key -> key, given::getString));
        return new Taken(UUID.randomUUID(), type, to, json.optString("reference"), words, simulated(to));
    }

    /** As a test key has it. */
    private static String simulated(String to) {
        return switch (to) {
            case "+447700900003", "temp-fail@simulator.notify" -> "temporary-failure";
            case "+447700900002", "perm-fail@simulator.notify" -> "permanent-failure";
            case "+447700900001" -> "technical-failure";
            case "+447700900004" -> "sending";
            default -> "delivered";
        };
    }

    private static JSONObject accepted(Taken message) {
        JSONObject content = new JSONObject()
                .put("body", message.personalisation().get("text"))
                .put("from_number", "Anteroom")
                .put("from_email", "anteroom@notifications.example")
                .put("subject", message.personalisation().getOrDefault("subject", ""));
        return new JSONObject()
                .put("id", message.id().toString())
                .put("reference", message.reference())
                .put("content", content)
                .put("uri", "https://notify.example/v2/notifications/" + message.id())
                .put("template", template(message));
    }

    private static JSONObject template(Taken message) {
        return new JSONObject()
                .put("id", message.type().equals("sms") ? SMS_TEMPLATE : EMAIL_TEMPLATE)
                .put("version", 1)
                .put("uri", "https://notify.example/v2/template");
    }

    private void list(HttpExchange exchange) throws IOException, Refusal {
        Fault fault = faultsOfQuestions.poll();
        if (fault == Fault.HANG) {
            hang();
            return;
        }
        if (fault != null) {
            throw new Refusal(fault.status, fault.error, fault.message);
        }
        Map<String, String> asked = Arrays.stream(
                        String.valueOf(exchange.getRequestURI().getRawQuery()).split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        JSONArray found = new JSONArray();
        taken.reversed().stream()
                .filter(one -> one.reference().equals(asked.get("reference")))
                .filter(one -> one.type().equals(asked.get("template_type")))
                .map(NotifyStandIn::shown)
                .forEach(found::put);
        JSONObject links = new JSONObject().put("current", address() + exchange.getRequestURI());
        say(
                exchange,
                200,
                new JSONObject().put("notifications", found).put("links", links).toString());
    }

    private static JSONObject shown(Taken message) {
        return new JSONObject()
                .put("id", message.id().toString())
                .put("reference", message.reference())
                .put("type", message.type())
                .put("status", message.status())
                .put("template", template(message))
                .put("body", message.personalisation().get("text"))
                .put("created_at", Instant.now().toString())
                .put("is_cost_data_ready", false)
                .put("cost_in_pounds", 0.0)
                .put("cost_details", new JSONObject());
    }

    private static String error(int status, String error, String message) {
        JSONArray errors =
                new JSONArray().put(new JSONObject().put("error", error).put("message", message));
        return new JSONObject().put("errors", errors).put("status_code", status).toString();
    }

    private static void say(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void hang() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
