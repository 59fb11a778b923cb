package uk.anteroom.staffweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.CrossSiteFilter;
import uk.anteroom.web.ResponseHeaders;

/** Lets staff in and nobody else. Everything that no other door has claimed is behind this one. */
@Configuration
class StaffDoor {

    @Bean
    @Order(100)
    SecurityFilterChain staffDoorFilters(
            HttpSecurity http, StaffAuthentication authentication, Staff staff, ArrivalStreams arrivals, Clock clock)
            throws Exception {
        PageAskedFor asked = new PageAskedFor();
        // alone, without the parent that Spring makes of every provider: a wrong password would be counted and hashed
        // twice
        return http.authenticationManager(new ProviderManager(authentication))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/sign-in", "/open/*", "/error")
                        .permitAll()
                        .anyRequest()
                        .hasAuthority(StaffAuthentication.SIGNED_IN))
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("email")
                        .passwordParameter("password")
                        .successHandler(entered(staff, asked))
                        .failureHandler((request, response, failure) -> response.sendRedirect(
                                failure instanceof LockedException ? "/sign-in?wait" : "/sign-in?refused")))
                .requestCache(cache -> cache.requestCache(asked))
                .logout(logout -> logout.logoutRequestMatcher(
                                PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/sign-out"))
                        .invalidateHttpSession(true)
                        .logoutSuccessHandler((request, response, who) -> {
                            if (who != null && who.getPrincipal() instanceof StaffPrincipal principal) {
                                arrivals.signedOut(principal.practiceId(), principal.staff());
                            }
                            response.sendRedirect("/sign-in?signed-out");
                        }))
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
                .addFilterBefore(ListUpload.onlyFromStaff(), CsrfFilter.class)
                .addFilterBefore(new SessionAgeFilter(clock), ExceptionTranslationFilter.class)
                .headers(ResponseHeaders::page)
                .build();
    }

    /** To the page that was asked for, else to the inbox; who is only practice manager has none and starts with the list. */
    private static AuthenticationSuccessHandler entered(Staff staff, PageAskedFor asked) {
        SavedRequestAwareAuthenticationSuccessHandler entered = new SavedRequestAwareAuthenticationSuccessHandler() {
            @Override
            protected String determineTargetUrl(
                    HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
                boolean inbox = authentication != null
                        && authentication.getPrincipal() instanceof StaffPrincipal principal
                        && staff.find(principal.practiceId(), principal.staffId())
                                .filter(StaffMember::mayInvite)
                                .isPresent();
                return inbox ? "/requests" : "/patients";
            }
        };
        entered.setRequestCache(asked);
        return entered;
    }
}
