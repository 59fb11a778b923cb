package uk.anteroom.staffweb;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import uk.anteroom.web.CrossSiteFilter;
import uk.anteroom.web.ResponseHeaders;

/** Lets staff in and nobody else. Everything that no other door has claimed is behind this one. */
@Configuration
class StaffDoor {

    @Bean
    @Order(100)
    SecurityFilterChain staffDoorFilters(HttpSecurity http, StaffAuthentication authentication, Clock clock)
            throws Exception {
        return http.authenticationProvider(authentication)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/sign-in", "/error")
                        .permitAll()
                        .anyRequest()
                        .hasAuthority(StaffAuthentication.SIGNED_IN))
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("email")
                        .passwordParameter("password")
                        .defaultSuccessUrl("/requests")
                        .failureHandler((request, response, failure) -> response.sendRedirect(
                                failure instanceof LockedException ? "/sign-in?wait" : "/sign-in?refused")))
                .logout(logout -> logout.logoutRequestMatcher(
                                PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/sign-out"))
                        .logoutSuccessUrl("/sign-in?signed-out")
                        .invalidateHttpSession(true))
                .exceptionHandling(faults -> faults.authenticationEntryPoint(
                                new LoginUrlAuthenticationEntryPoint("/sign-in"))
                        .accessDeniedHandler((request, response, denied) -> {
                            // a form from before the session ended: signing in again is what helps
                            if (denied instanceof CsrfException && !request.isRequestedSessionIdValid()) {
                                response.sendRedirect("/sign-in?ended");
                            } else {
                                response.sendError(403);
                            }
                        }))
                .addFilterBefore(new CrossSiteFilter(), CsrfFilter.class)
                .addFilterBefore(new SessionAgeFilter(clock), ExceptionTranslationFilter.class)
                .headers(ResponseHeaders::page)
                .build();
    }
}
