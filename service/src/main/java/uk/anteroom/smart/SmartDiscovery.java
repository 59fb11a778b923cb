package uk.anteroom.smart;

import java.net.URI;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads how a clinical system signs people in, and refuses one that does it without PKCE S256 or in the open. */
@Component
class SmartDiscovery {

    private final Fetch fetch;

    SmartDiscovery(Fetch fetch) {
        this.fetch = fetch;
    }

    SmartConfiguration read(String issuer) {
        String base = issuer.endsWith("/") ? issuer : issuer + "/";
        JsonNode said = fetch.json(safe(base + ".well-known/smart-configuration"), "application/json", null);
        // "SHALL include S256", and "plain" SHALL NOT be there: SMART App Launch 2.2, conformance
        boolean pkce = StreamSupport.stream(
                        said.path("code_challenge_methods_supported").spliterator(), false)
                .anyMatch(method -> method.asString("").equals("S256"));
        if (!pkce) {
            throw new SmartRefused("The clinical system does not say that it knows PKCE with S256");
        }
        return new SmartConfiguration(
                safe(text(said, "authorization_endpoint")),
                safe(text(said, "token_endpoint")),
                safe(text(said, "jwks_uri")),
                text(said, "issuer"));
    }

    private static String text(JsonNode said, String name) {
        String value = said.path(name).asString("");
        if (value.isEmpty()) {
            throw new SmartRefused("The clinical system does not say its " + name);
        }
        return value;
    }

    /** Encrypted, or on this very machine. */
    private static URI safe(String address) {
        try {
            URI uri = URI.create(address);
            String host = uri.getHost();
            boolean here = "localhost".equals(host) || "127.0.0.1".equals(host);
            if (host != null && ("https".equals(uri.getScheme()) || here && "http".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // no address at all
        }
        throw new SmartRefused("An address of the clinical system is not encrypted");
    }
}
