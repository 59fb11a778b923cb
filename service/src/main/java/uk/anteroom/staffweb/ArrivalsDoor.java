package uk.anteroom.staffweb;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import uk.anteroom.web.CrossSiteFilter;
import uk.anteroom.web.ResponseHeaders;

/** Lets a page of somebody signed in listen for arrivals. Who is not gets a 401: a script asks, and a sign-in page would tell it nothing. */
@Configuration
class ArrivalsDoor {

    @Bean
    @Order(90)
    SecurityFilterChain arrivalsDoorFilters(HttpSecurity http, PeekedSession sessions) throws Exception {
        return http.securityMatcher("/arrivals")
                .securityContext(context -> context.securityContextRepository(sessions))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().hasAuthority(StaffAuthentication.SIGNED_IN))
                .exceptionHandling(
                        faults -> faults.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                // nothing is changed here, and a token would be kept in the session
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new WithoutSession(), SecurityContextHolderFilter.class)
                .addFilterBefore(new CrossSiteFilter(), AuthorizationFilter.class)
                .headers(ResponseHeaders::page)
                .build();
    }
}
