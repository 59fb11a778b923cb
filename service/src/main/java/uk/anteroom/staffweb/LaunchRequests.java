package uk.anteroom.staffweb;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Turns a launch, {@code /launch/{practice}?iss=…&launch=…}, into the question to the clinical system's authorisation server (SMART App Launch 2.2, "EHR
 * launch"): what OpenID Connect asks, with PKCE S256, and {@code launch} and {@code aud} beside it. No answer where the practice has not allowed that
 * system: then a page says so.
 */
class LaunchRequests implements OAuth2AuthorizationRequestResolver {

    private static final Pattern LAUNCH = Pattern.compile("/launch/([a-z]{3,4})");
    /** The word is opaque to us; longer is no word. */
    private static final int LONGEST = 2_000;

    private final LaunchRegistrations registrations;
    private final DefaultOAuth2AuthorizationRequestResolver ordinary;

    LaunchRequests(LaunchRegistrations registrations) {
        this.registrations = registrations;
        this.ordinary = new DefaultOAuth2AuthorizationRequestResolver(registrations, "/launch");
        ordinary.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        Matcher path = LAUNCH.matcher(request.getRequestURI());
        String issuer = request.getParameter("iss");
        String launch = request.getParameter("launch");
        if (!path.matches() || issuer == null || launch == null || launch.isEmpty() || launch.length() > LONGEST) {
            return null;
        }
        String name = LaunchRegistrations.name(path.group(1), issuer);
        return registrations.findByRegistrationId(name) == null ? null : ask(request, name, issuer, launch);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registrationId) {
        return null;
    }

    private @Nullable OAuth2AuthorizationRequest ask(
            HttpServletRequest request, String name, String issuer, String launch) {
        OAuth2AuthorizationRequest plain = ordinary.resolve(request, name);
        return plain == null
                ? null
                : OAuth2AuthorizationRequest.from(plain)
                        .additionalParameters(parameters -> {
                            parameters.put("aud", issuer);
                            parameters.put("launch", launch);
                        })
                        .build();
    }
}
