package uk.anteroom.toolbar.signin;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import uk.anteroom.toolbar.web.Answer;
import uk.anteroom.toolbar.web.Fields;
import uk.anteroom.toolbar.web.Service;
import uk.anteroom.toolbar.web.SignedOut;
import uk.anteroom.toolbar.web.Unreachable;

/** Gets a token without ever seeing a password: whoever is signed in in the browser says yes there (RFC 8628). */
public final class SignIn {

    private static final String CLIENT = "anteroom-toolbar";
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
    private static final Duration SLOWER = Duration.ofSeconds(5);

    private final Service service;

    public SignIn(Service service) {
        this.service = service;
    }

    /** Asks for a code. */
    public Code ask() throws Unreachable {
        Fields fields = answer("/toolbar/codes", Map.of("client_id", CLIENT), 200);
        URI page = URI.create(required(fields, "verification_uri_complete"));
        if (!service.has(page)) {
            throw new Unreachable("The service calls itself by another address: start the toolbar with that one");
        }
        return new Code(
                required(fields, "device_code"),
                required(fields, "user_code"),
                page,
                Duration.ofSeconds(fields.number("expires_in").orElse(600L)),
                // RFC 8628, 3.2: five seconds unless something else is said
                Duration.ofSeconds(fields.number("interval").orElse(5L)));
    }

    /** Asks, as often as it may, until somebody has answered. Ends with {@link InterruptedException} when nobody waits for it any more. */
    public Outcome await(Code code) throws InterruptedException {
        Instant end = Instant.now().plus(code.lasts());
        Duration interval = code.interval();
        while (Instant.now().isBefore(end)) {
            Thread.sleep(interval);
            try {
                Answer answer = service.form(
                        "/toolbar/tokens",
                        null,
                        Map.of("grant_type", GRANT, "device_code", code.device(), "client_id", CLIENT));
                Fields fields = answer.fields();
                if (answer.status() == 200) {
                    return new Outcome.Connected(required(fields, "access_token"), Session.of(fields));
                }
                switch (fields.text("error").orElse("")) {
                    case "authorization_pending" -> {}
                    case "slow_down" -> interval = interval.plus(SLOWER);
                    case "access_denied" -> {
                        return new Outcome.Refused();
                    }
                    default -> {
                        return new Outcome.TooLate();
                    }
                }
            } catch (Unreachable e) {
                // RFC 8628, 3.5: after a fault of the network more slowly
                interval = interval.plus(SLOWER);
            } catch (SignedOut e) {
                return new Outcome.TooLate();
            }
        }
        return new Outcome.TooLate();
    }

    /** Whom a token that was kept acts for. */
    public Session session(String token) throws Unreachable, SignedOut {
        Answer answer = service.get("/toolbar/session", token);
        if (answer.status() != 200) {
            throw new Unreachable("The service answers " + answer.status());
        }
        return Session.of(answer.fields());
    }

    /** Ends a token. Whether that reached the service is not waited for by anybody. */
    public void end(String token) {
        try {
            service.delete("/toolbar/session", token);
        } catch (Unreachable | SignedOut e) {
            // it dies by itself
        }
    }

    private Fields answer(String path, Map<String, String> fields, int status) throws Unreachable {
        try {
            Answer answer = service.form(path, null, fields);
            if (answer.status() != status) {
                throw new Unreachable("The service answers " + answer.status());
            }
            return answer.fields();
        } catch (SignedOut e) {
            throw new Unreachable(e);
        }
    }

    private static String required(Fields fields, String name) throws Unreachable {
        return fields.text(name).orElseThrow(() -> new Unreachable("Not what was expected"));
    }
}
