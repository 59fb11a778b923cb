package uk.anteroom.toolbar.signin;

import java.net.URI;
import java.time.Duration;

/**
 * A code somebody answers for in the browser (RFC 8628).
 *
 * @param device by which we ask whether they have; a secret
 * @param shown what they compare
 * @param page where they answer
 */
public record Code(String device, String shown, URI page, Duration lasts, Duration interval) {

    @Override
    public String toString() {
        return "Code(hidden)";
    }
}
