package uk.anteroom.demo.smart;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AccessTokenResponseAuthenticationSuccessHandler;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.preauth.AbstractPreAuthenticatedProcessingFilter;
import uk.anteroom.demo.seed.SeedSettings;

/** Spring Authorization Server as a clinical system's: it demands PKCE and {@code aud}, and says which patient was open. */
@Configuration
class AuthorizationServer {

    static final String CLIENT = "anteroom";
    static final String AUTHORIZE = "/demo/clinical-system/oauth2/authorize";
    static final String TOKEN = "/demo/clinical-system/oauth2/token";
    static final String KEYS = "/demo/clinical-system/oauth2/jwks";

    private static final int KEY_BITS = 2048;

    @Bean
    @Order(1)
    SecurityFilterChain clinicalSystemSignIn(
            HttpSecurity http, Launches launches, OAuth2AuthorizationService authorizations, SeedSettings seed)
            throws Exception {
        OAuth2AccessTokenResponseAuthenticationSuccessHandler answer =
                new OAuth2AccessTokenResponseAuthenticationSuccessHandler();
        answer.setAccessTokenResponseCustomizer(context -> tellPatient(context, launches, authorizations));
        return http.securityMatcher(AUTHORIZE, TOKEN, KEYS)
                .oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults())
                        .authorizationEndpoint(endpoint ->
                                endpoint.authenticationProviders(providers -> providers.stream()
                                        .filter(OAuth2AuthorizationCodeRequestAuthenticationProvider.class::isInstance)
                                        .map(OAuth2AuthorizationCodeRequestAuthenticationProvider.class::cast)
                                        .forEach(provider ->
                                                provider.setAuthenticationValidator(validator(seed.clinicalSystem())))))
                        .tokenEndpoint(endpoint -> endpoint.accessTokenResponseHandler(answer)))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(new LaunchUserFilter(launches), AbstractPreAuthenticatedProcessingFilter.class)
                .build();
    }

    /** What the server asks by itself, and {@code aud}: a SHALL of SMART, so that a token is not got for somebody else's record. */
    private static Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> validator(URI record) {
        return new OAuth2AuthorizationCodeRequestAuthenticationValidator().andThen(context -> {
            OAuth2AuthorizationCodeRequestAuthenticationToken asked = context.getAuthentication();
            if (!record.toString().equals(asked.getAdditionalParameters().get("aud"))) {
                throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                        new OAuth2Error("invalid_request", "aud is not this record", null), asked);
            }
        });
    }

    private static void tellPatient(
            OAuth2AccessTokenAuthenticationContext context,
            Launches launches,
            OAuth2AuthorizationService authorizations) {
        OAuth2AccessTokenAuthenticationToken token = context.getAuthentication();
        OAuth2Authorization authorization =
                authorizations.findByToken(token.getAccessToken().getTokenValue(), null);
        OAuth2AuthorizationRequest request =
                authorization == null ? null : authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
        launches.find(request == null ? null : request.getAdditionalParameters().get("launch"))
                .ifPresent(launch -> {
                    Map<String, Object> all = new HashMap<>(token.getAdditionalParameters());
                    all.put("patient", launch.patient().toString());
                    all.put("need_patient_banner", true);
                    context.getAccessTokenResponse().additionalParameters(all);
                });
    }

    @Bean
    RegisteredClientRepository launchedApps(@Value("${anteroom.public-url}") URI publicUrl) {
        return new InMemoryRegisteredClientRepository(RegisteredClient.withId(CLIENT)
                .clientId(CLIENT)
                // public, as SMART calls an app without a secret; PKCE is what binds the code to it
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(publicUrl.resolve("/launch/callback").toString())
                .scope("openid")
                .scope("fhirUser")
                .scope("launch")
                .scope("patient/Patient.r")
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .build());
    }

    @Bean
    OAuth2AuthorizationService authorizations() {
        return new InMemoryOAuth2AuthorizationService();
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(SeedSettings seed) {
        return AuthorizationServerSettings.builder()
                .issuer(seed.clinicalSystem().toString())
                .authorizationEndpoint(AUTHORIZE)
                .tokenEndpoint(TOKEN)
                .jwkSetEndpoint(KEYS)
                .build();
    }

    /** A new one at each start: tokens live for minutes. */
    @Bean
    JWKSource<SecurityContext> signingKeys() throws JOSEException {
        RSAKey key = new RSAKeyGenerator(KEY_BITS).keyID("demo").generate();
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    @Bean
    JwtDecoder ownTokens(JWKSource<SecurityContext> signingKeys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(signingKeys);
    }

    /** The claim {@code fhirUser}: who it is in the record. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> fhirUser(SeedSettings seed) {
        return context -> {
            if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
                Authentication user = Objects.requireNonNull(context.getPrincipal());
                context.getClaims().claim("fhirUser", seed.clinicalSystem() + "/Practitioner/" + user.getName());
            }
        };
    }
}
