package uk.anteroom.receiptdoor;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import uk.anteroom.web.ResponseHeaders;

/** Nobody signs in here: each report brings its provider's token, which its controller looks at before anything else. */
@Configuration
class ReceiptDoor {

    @Bean
    @Order(85)
    SecurityFilterChain receiptDoorFilters(HttpSecurity http) throws Exception {
        return http.securityMatcher("/receipts/**")
                .authorizeHttpRequests(providers -> providers.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                // no cookie is read here
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(ResponseHeaders::page)
                .build();
    }
}
