package uk.anteroom.staffweb;

import java.net.URI;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import uk.anteroom.kernel.Secrets;
import uk.anteroom.practice.Practices;
import uk.anteroom.smart.SmartConfiguration;
import uk.anteroom.smart.SmartRefused;
import uk.anteroom.smart.SmartSystem;
import uk.anteroom.smart.SmartSystems;

/**
 * The clinical systems that may send staff in, as clients of OpenID Connect. One is named by its practice's public code and a digest of its address; whatever
 * is not on that practice's list does not exist.
 */
@Component
class LaunchRegistrations implements ClientRegistrationRepository {

    static final String CALLBACK = "/launch/callback";

    private static final Logger LOG = LoggerFactory.getLogger(LaunchRegistrations.class);
    private static final Pattern NAME = Pattern.compile("([a-z]{3,4})\\.([0-9a-f]{64})");

    private final Practices practices;
    private final SmartSystems systems;
    private final String redirectUri;

    LaunchRegistrations(Practices practices, SmartSystems systems, @Value("${anteroom.public-url}") URI publicUrl) {
        this.practices = practices;
        this.systems = systems;
        this.redirectUri = publicUrl.resolve(CALLBACK).toString();
    }

    static String name(String code, String issuer) {
        return code + "." + HexFormat.of().formatHex(Secrets.digest(issuer));
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String name) {
        return system(name).map(system -> registration(name, system)).orElse(null);
    }

    /** The system of that name. */
    Optional<SmartSystem> system(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return practices
                .withCode(parts.group(1))
                .flatMap(practice -> systems.of(practice).stream()
                        .filter(system -> name(parts.group(1), system.issuer()).equals(name))
                        .findFirst());
    }

    private @Nullable ClientRegistration registration(String name, SmartSystem system) {
        SmartConfiguration said;
        try {
            said = systems.configuration(system);
        } catch (SmartRefused e) {
            LOG.warn("A launch of practice {} cannot be followed: {}", system.practice(), e.getMessage());
            return null;
        }
        return ClientRegistration.withRegistrationId(name)
                .clientId(system.clientId())
                // no secret: PKCE binds the code to this browser
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(redirectUri)
                .scope("openid", "fhirUser", "launch", "patient/Patient.r")
                .authorizationUri(said.authorizationEndpoint().toString())
                .tokenUri(said.tokenEndpoint().toString())
                .jwkSetUri(said.jwksUri().toString())
                .issuerUri(said.issuer())
                .build();
    }
}
