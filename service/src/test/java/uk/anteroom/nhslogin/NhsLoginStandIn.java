package uk.anteroom.nhslogin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.preauth.AbstractPreAuthenticatedProcessingFilter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Spring Authorization Server in the shape of NHS login: private_key_jwt and RS512 alone, PKCE, a vector of trust asked for and answered. */
@TestConfiguration
class NhsLoginStandIn {

    static final String CLIENT = "anteroom-test";
    static final RSAKey OURS = key("ours");

    private static final String ASKED = "[\"P9.Cp.Cd\",\"P9.Cp.Ck\",\"P9.Cm\"]";
    private static final String UNDER = "/nhs-login-stand-in";

    /** Who is signed in there, and what it says of them. */
    static final Map<String, String> SAYS = new HashMap<>();

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    @Bean
    @Order(0)
    SecurityFilterChain standIn(HttpSecurity http) throws Exception {
        return http.securityMatcher(UNDER + "/**", "/.well-known/**")
                .oauth2AuthorizationServer(server -> server.oidc(oidc ->
                                oidc.userInfoEndpoint(info -> info.userInfoMapper(asked -> new OidcUserInfo(person()))))
                        .authorizationEndpoint(endpoint ->
                                endpoint.authenticationProviders(providers -> providers.stream()
                                        .filter(OAuth2AuthorizationCodeRequestAuthenticationProvider.class::isInstance)
                                        .map(OAuth2AuthorizationCodeRequestAuthenticationProvider.class::cast)
                                        .forEach(provider -> provider.setAuthenticationValidator(
                                                new OAuth2AuthorizationCodeRequestAuthenticationValidator()
                                                        .andThen(context -> demand(context.getAuthentication())))))))
                .oauth2ResourceServer(resources -> resources.jwt(Customizer.withDefaults()))
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(UNDER + "/keys-of-clients", "/.well-known/**")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(
                        (request, response, chain) -> {
                            // whoever comes to the page is signed in already; programs bring their own proof
                            if (((HttpServletRequest) request).getRequestURI().endsWith("/authorize")) {
                                SecurityContextHolder.setContext(
                                        new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                                                SAYS.get("sub"),
                                                null,
                                                List.of(FactorGrantedAuthority.fromAuthority(
                                                        FactorGrantedAuthority.PASSWORD_AUTHORITY)))));
                            }
                            chain.doFilter(request, response);
                        },
                        AbstractPreAuthenticatedProcessingFilter.class)
                .build();
    }

    private static Map<String, Object> person() {
        Map<String, Object> claims = new HashMap<>(SAYS);
        claims.remove("vot");
        claims.remove("nonce");
        return claims;
    }

    private static void demand(
            org.springframework.security.oauth2.server.authorization.authentication
                            .OAuth2AuthorizationCodeRequestAuthenticationToken
                    asked) {
        boolean right = ASKED.equals(asked.getAdditionalParameters().get("vtr"))
                && asked.getAdditionalParameters().get("nonce") != null
                && asked.getState() != null;
        if (!right || SAYS.containsKey("refuses")) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                    new OAuth2Error(right ? "access_denied" : "invalid_request"), asked);
        }
    }

    @Bean
    RegisteredClientRepository clientsOfStandIn(
            @Value("${anteroom.public-url}") String publicUrl, @Value("${anteroom.nhs-login.issuer}") String issuer) {
        return new InMemoryRegisteredClientRepository(RegisteredClient.withId(CLIENT)
                .clientId(CLIENT)
                .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(publicUrl + "/account/nhs-login")
                .scope("openid")
                .scope("profile")
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .jwkSetUrl(issuer + UNDER + "/keys-of-clients")
                        .tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.RS512)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .idTokenSignatureAlgorithm(SignatureAlgorithm.RS512)
                        .build())
                .build());
    }

    @Bean
    AuthorizationServerSettings settingsOfStandIn(@Value("${anteroom.nhs-login.issuer}") String issuer) {
        return AuthorizationServerSettings.builder()
                .issuer(issuer)
                .authorizationEndpoint(UNDER + "/authorize")
                .tokenEndpoint(UNDER + "/token")
                .jwkSetEndpoint(UNDER + "/keys")
                .oidcUserInfoEndpoint(UNDER + "/userinfo")
                .build();
    }

    @Bean
    JWKSource<SecurityContext> keysOfStandIn() {
        return new ImmutableJWKSet<>(new JWKSet(key("stand-in")));
    }

    @Bean
    JwtDecoder tokensOfStandIn(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claimsOfStandIn() {
        return context -> {
            if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
                context.getClaims().claim("vot", Objects.requireNonNull(SAYS.get("vot")));
                if (SAYS.containsKey("nonce")) {
                    context.getClaims().claim("nonce", SAYS.get("nonce"));
                }
            }
        };
    }

    /** Where NHS login finds our public key. */
    @RestController
    static class KeysOfClients {

        @GetMapping(UNDER + "/keys-of-clients")
        Map<String, Object> keys() {
            return new JWKSet(OURS).toPublicJWKSet().toJSONObject();
        }
    }
}
