package uk.anteroom.accountweb;

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

/** Lets everybody to the pages where an account is signed in to or opened. Who is signed in is said by the browser's key ({@link AccountArguments}). */
@Configuration
class AccountDoor {

    /** Before the practice's public pages, which claim all of {@code /p}. */
    @Bean
    @Order(9)
    SecurityFilterChain accountDoorFilters(HttpSecurity http) throws Exception {
        return http.securityMatcher(
                        "/p/*/sign-in",
                        "/p/*/sign-in/**",
                        "/p/*/register",
                        "/p/*/register/**",
                        "/p/*/recover",
                        "/p/*/recover/**",
                        "/account",
                        "/account/**")
                .authorizeHttpRequests(anybody -> anybody.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(FormTokens.inCookie()))
                .addFilterBefore(new CrossSiteFilter(), CsrfFilter.class)
                .headers(ResponseHeaders::page)
                .build();
    }
}
