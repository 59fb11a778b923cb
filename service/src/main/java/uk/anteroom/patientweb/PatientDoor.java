package uk.anteroom.patientweb;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import uk.anteroom.web.CrossSiteFilter;
import uk.anteroom.web.FormTokens;
import uk.anteroom.web.ResponseHeaders;

/** Lets in whoever holds a link. What they may see is decided by the link and by the device's own key, not by a session. */
@Configuration
class PatientDoor {

    @Bean
    @Order(10)
    SecurityFilterChain patientDoorFilters(HttpSecurity http) throws Exception {
        return http.securityMatcher(
                        "/v/**",
                        "/visit/**",
                        "/visit",
                        "/g/**",
                        "/guest/**",
                        "/guest",
                        "/another",
                        "/another/**",
                        "/m/**",
                        "/messages",
                        "/messages/**")
                .authorizeHttpRequests(anybody -> anybody.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(FormTokens.inCookie()))
                .addFilterBefore(new CrossSiteFilter(), CsrfFilter.class)
                .headers(ResponseHeaders::page)
                .build();
    }
}
