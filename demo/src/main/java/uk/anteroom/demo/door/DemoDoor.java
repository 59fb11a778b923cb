package uk.anteroom.demo.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.anteroom.web.CrossSiteFilter;
import uk.anteroom.web.ResponseHeaders;

/** Lets everybody into the demo's own pages, and sends those who ask for nothing in particular to the page that explains it. */
@Configuration
class DemoDoor {

    /** Machines knock here: no form, no cookie. */
    @Bean
    @Order(2)
    SecurityFilterChain recordFilters(HttpSecurity http) throws Exception {
        return http.securityMatcher("/demo/clinical-system/fhir", "/demo/clinical-system/fhir/**")
                .authorizeHttpRequests(anybody -> anybody.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new CrossSiteFilter(), CsrfFilter.class)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(ResponseHeaders::page)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain demoFilters(HttpSecurity http) throws Exception {
        CookieCsrfTokenRepository token = new CookieCsrfTokenRepository();
        token.setCookiePath("/demo");
        token.setCookieName("demo-form");
        return http.securityMatcher("/demo", "/demo/**")
                .authorizeHttpRequests(anybody -> anybody.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(forms -> forms.csrfTokenRepository(token))
                .addFilterBefore(new CrossSiteFilter(), CsrfFilter.class)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(ResponseHeaders::page)
                .build();
    }

    /** Before the doors of the service, which lead staff from there to their requests. */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> homeFilter() {
        FilterRegistrationBean<OncePerRequestFilter> home = new FilterRegistrationBean<>(new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                if (request.getRequestURI().equals("/")) {
                    response.sendRedirect("/demo");
                } else {
                    chain.doFilter(request, response);
                }
            }
        });
        home.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return home;
    }
}
