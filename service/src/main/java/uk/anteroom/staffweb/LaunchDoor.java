package uk.anteroom.staffweb;

import java.net.http.HttpClient;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.web.client.RestClient;
import uk.anteroom.web.ResponseHeaders;

/** The way in from a clinical system that speaks SMART App Launch 2.2. */
@Configuration
class LaunchDoor {

    private static final Logger LOG = LoggerFactory.getLogger(LaunchDoor.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    @Order(90)
    SecurityFilterChain launchFilters(
            HttpSecurity http, LaunchRegistrations registrations, LaunchUsers users, LaunchEntry entry)
            throws Exception {
        return http.securityMatcher("/launch/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                // what the clinical system says of somebody is no session of ours; LaunchEntry begins one
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .oauth2Login(login -> login.clientRegistrationRepository(registrations)
                        .authorizedClientRepository(new Forgetful())
                        .loginPage("/sign-in")
                        .authorizationEndpoint(
                                endpoint -> endpoint.authorizationRequestResolver(new LaunchRequests(registrations)))
                        .redirectionEndpoint(endpoint -> endpoint.baseUri(LaunchRegistrations.CALLBACK))
                        .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(tokens()))
                        .userInfoEndpoint(endpoint -> endpoint.oidcUserService(users))
                        .successHandler(entry)
                        .failureHandler((request, response, failure) -> {
                            LOG.warn("A launch was refused: {}", reason(failure));
                            response.sendRedirect("/launch/refused");
                        }))
                .headers(ResponseHeaders::page)
                .build();
    }

    /** A word of the standard, or of ours. */
    private static String reason(AuthenticationException failure) {
        return failure instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode()
                : failure.getClass().getSimpleName();
    }

    /** Spring Security's own, but it follows no redirect and waits for nobody. */
    private static RestClientAuthorizationCodeTokenResponseClient tokens() {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        requests.setReadTimeout(PATIENCE);
        RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }
}
