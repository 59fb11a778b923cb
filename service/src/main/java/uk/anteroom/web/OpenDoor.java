package uk.anteroom.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** What needs no sign-in of its own: styles, scripts, pictures, and whether the service is well. */
@Configuration
class OpenDoor {

    @Bean
    @Order(1)
    SecurityFilterChain openDoorFilters(HttpSecurity http) throws Exception {
        return http.securityMatcher(
                        "/css/**",
                        "/js/**",
                        "/img/**",
                        "/fonts/**",
                        "/favicon.ico",
                        // on the management port only; elsewhere there is no such page
                        "/actuator/health",
                        "/actuator/health/**")
                .authorizeHttpRequests(anybody -> anybody.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                // the files carry their content's digest in their name; they may be kept
                .headers(ResponseHeaders::file)
                .build();
    }
}
