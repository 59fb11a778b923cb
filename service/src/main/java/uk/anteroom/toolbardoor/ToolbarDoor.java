package uk.anteroom.toolbardoor;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import uk.anteroom.desktop.Programs;
import uk.anteroom.kernel.Limits;
import uk.anteroom.web.ResponseHeaders;

/** Lets in whoever brings a token. No cookie is read here, so no other site can make a browser knock in somebody's name. */
@Configuration
class ToolbarDoor {

    static final String PROGRAM = "PROGRAM";

    @Bean
    @Order(80)
    SecurityFilterChain toolbarDoorFilters(HttpSecurity http, Programs programs, Limits limits) throws Exception {
        return http.securityMatcher("/toolbar/**", "/fhircast", "/fhircast/**")
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(HttpMethod.POST, "/toolbar/codes", "/toolbar/tokens")
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, "/fhircast/.well-known/fhircast-configuration")
                                .permitAll()
                                .anyRequest()
                                .hasAuthority(PROGRAM))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(faults -> faults.authenticationEntryPoint((request, response, failure) -> {
                            response.setHeader("WWW-Authenticate", "Bearer");
                            Plain.say(response, 401, "this address needs a token that works");
                        })
                        .accessDeniedHandler((request, response, denied) ->
                                Plain.say(response, 403, "this token does not allow that")))
                .addFilterBefore(new BearerFilter(programs, limits), AuthorizationFilter.class)
                .headers(ResponseHeaders::page)
                .build();
    }
}
