package uk.anteroom.staffweb;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import uk.anteroom.patient.Patient;

/** A clinical system as a launch meets it: it answers over HTTP, signs with a key of its own, and can be told to misbehave. */
final class LaunchingSystem implements AutoCloseable {

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Patient open;
    private final int port;
    String methods = "[\"S256\"]";
    String audience = "anteroom";
    String nonceSuffix = "";
    String bornThere;
    boolean signsWithAnotherKey;

    /** With that patient open; the service answers on that port. */
    LaunchingSystem(Patient open, int port) {
        try {
            this.port = port;
            this.open = open;
            this.bornThere = open.born().value().toString();
            this.key = new RSAKeyGenerator(2048).keyID("k").generate();
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            server.createContext("/", this::answer);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/fhir";
    }

    /** Every path it was asked for. */
    List<String> heard() {
        return heard;
    }

    /** What came with the last question to its authorisation endpoint. */
    Map<String, String> lastAsked() {
        return asked.values().stream().reduce((first, second) -> second).orElseThrow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        heard.add(path);
        try {
            switch (path) {
                case "/fhir/.well-known/smart-configuration" -> json(exchange, configuration());
                case "/authorize" -> authorize(exchange);
                case "/token" -> token(exchange);
                case "/jwks" -> json(exchange, new JWKSet(key).toString());
                case "/fhir/Patient/p1" -> json(exchange, patient());
                default -> exchange.sendResponseHeaders(404, -1);
            }
        } catch (JOSEException | NoSuchAlgorithmException e) {
            throw new IOException(e);
        } finally {
            exchange.close();
        }
    }

    private String configuration() {
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        return """
                {"issuer":"%1$s","authorization_endpoint":"%2$s/authorize","token_endpoint":"%2$s/token","jwks_uri":"%2$s/jwks",
                 "code_challenge_methods_supported":%3$s}
                """.formatted(issuer(), base, methods);
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> question = fields(exchange.getRequestURI().getRawQuery());
        String code = "code" + asked.size();
        asked.put(code, question);
        // as browsers are led there by whoever serves that address
        String back = question.get("redirect_uri").replace("localhost:8080", "localhost:" + port) + "?code=" + code
                + "&state=" + URLEncoder.encode(question.get("state"), StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Location", back);
        exchange.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange exchange) throws IOException, JOSEException, NoSuchAlgorithmException {
        Map<String, String> form = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> question = asked.get(form.get("code"));
        String challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256")
                        .digest(form.get("code_verifier").getBytes(StandardCharsets.US_ASCII)));
        if (!challenge.equals(question.get("code_challenge"))) {
            exchange.sendResponseHeaders(400, -1);
            return;
        }
        json(exchange, """
                {"access_token":"at","token_type":"Bearer","expires_in":300,"scope":"openid","id_token":"%s","patient":"p1"}
                """.formatted(idToken(question.get("nonce"))));
    }

    private String idToken(String nonce) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(),
                new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .subject("user-7")
                        .audience(audience)
                        .claim("nonce", nonce + nonceSuffix)
                        .issueTime(new Date())
                        .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                        .build());
        RSAKey signer =
                signsWithAnotherKey ? new RSAKeyGenerator(2048).keyID("k").generate() : key;
        token.sign(new RSASSASigner(signer));
        return token.serialize();
    }

    private String patient() {
        return """
                {"resourceType":"Patient","id":"p1","birthDate":"%s","identifier":[
                  {"system":"https://fhir.nhs.uk/Id/nhs-number","value":"%s"}]}
                """.formatted(bornThere, open.nhsNumber().value());
    }

    private static void json(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> fields(String query) {
        return Arrays.stream(query.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
