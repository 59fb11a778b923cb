package uk.anteroom.call;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The relay that carries a call when two devices find no way to each other.
 *
 * @param host as browsers reach it; null means that there is none
 * @param secret shared with the relay, at least 32 characters; whoever knows it can use the relay for anything
 * @param udpPort for UDP and for TCP without TLS
 * @param tlsPort for TLS, which passes where nothing else does; 0 means none
 * @param credentialLife how long a participant's credentials work
 */
public record RelaySettings(
        @Nullable String host,
        @Nullable String secret,
        @DefaultValue("3478") @Min(1) @Max(65535) int udpPort,
        @DefaultValue("5349") @Min(0) @Max(65535) int tlsPort,
        @DefaultValue("15m") @DurationMin(seconds = 2) Duration credentialLife) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]");
    private static final int SHORTEST_SECRET = 32;
    // Random text of 32 characters has more than this; what somebody typed to get past the length has fewer.
    private static final long FEWEST_LETTERS = 10;

    public RelaySettings {
        host = host == null || host.isBlank() ? null : host;
        if (host != null) {
            if (!HOST.matcher(host).matches()) {
                throw new IllegalArgumentException("anteroom.call.relay.host must be a name or address without a port");
            }
            if (weak(secret)) {
                throw new IllegalArgumentException(
                        "anteroom.call.relay.secret must be " + SHORTEST_SECRET + " random characters or more");
            }
        }
    }

    private static boolean weak(@Nullable String secret) {
        return secret == null
                || secret.length() < SHORTEST_SECRET
                || secret.chars().distinct().count() < FEWEST_LETTERS
                || secret.toLowerCase(Locale.ROOT).replace("-", "").contains("changeme");
    }

    @Override
    public String toString() {
        return "RelaySettings[host=" + host + ", secret=(secret), udpPort=" + udpPort + ", tlsPort=" + tlsPort
                + ", credentialLife=" + credentialLife + "]";
    }
}
