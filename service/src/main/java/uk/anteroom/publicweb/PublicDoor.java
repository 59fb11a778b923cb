package uk.anteroom.publicweb;

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

/** Lets everybody in. What somebody began to write is theirs by the key in their cookie, not by a session. */
@Configuration
class PublicDoor {

    @Bean
    @Order(20)
    SecurityFilterChain publicDoorFilters(HttpSecurity http, RequestUpload upload) throws Exception {
        return http.securityMatcher("/p/**")
                .authorizeHttpRequests(anybody -> anybody.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(FormTokens.inCookie()))
                .addFilterBefore(new CrossSiteFilter(), CsrfFilter.class)
                .addFilterBefore(upload.onlyFromWriters(), CsrfFilter.class)
                .headers(ResponseHeaders::page)
                .build();
    }
}
