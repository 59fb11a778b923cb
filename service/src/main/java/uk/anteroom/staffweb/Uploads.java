package uk.anteroom.staffweb;

import jakarta.servlet.FilterChain;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/**
 * Files come in at one address, from staff who are signed in, and are no larger than a list of patients. Everywhere else a body in parts is refused
 * before anything reads it: looking for a form's token would unpack it.
 */
@Configuration
class Uploads {

    /** Where a list of patients is sent. */
    static final String ADDRESS = "/settings/practice-list/files";

    /** A hundred thousand patients with everything that a line may have. */
    static final long LARGEST = 20L * 1024 * 1024;

    /** What stands around the file in the body: names, boundaries, the form's token. */
    private static final long AROUND = 16L * 1024;

    /** As large as somebody chooses by mistake; whoever sends more is cut off. */
    private static final long PASSED_OVER = 3 * LARGEST;

    /** All of it: a list of patients does not lie on a disk unsealed. */
    private static final int IN_MEMORY = (int) (LARGEST + AROUND);

    @Bean
    MultipartConfigElement uploadLimits() {
        return new MultipartConfigElement("", LARGEST, LARGEST + AROUND, IN_MEMORY);
    }

    @Bean
    MultipartResolver multipartResolver() {
        return new StandardServletMultipartResolver() {
            @Override
            public boolean isMultipart(HttpServletRequest request) {
                return request.getRequestURI().equals(ADDRESS) && super.isMultipart(request);
            }
        };
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> uploadGate() {
        FilterRegistrationBean<OncePerRequestFilter> gate = new FilterRegistrationBean<>(new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                if (!inParts(request)) {
                    chain.doFilter(request, response);
                } else if (!request.getRequestURI().equals(ADDRESS)) {
                    response.sendError(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
                } else if (request.getContentLengthLong() < 0 || request.getContentLengthLong() > LARGEST + AROUND) {
                    passOver(request);
                    response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
                } else {
                    chain.doFilter(request, response);
                }
            }
        });
        gate.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return gate;
    }

    /** Before the form's token is looked for: who is not signed in sends nothing. */
    static OncePerRequestFilter onlyFromStaff() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                Authentication who = SecurityContextHolder.getContext().getAuthentication();
                if (inParts(request) && (who == null || !(who.getPrincipal() instanceof StaffPrincipal))) {
                    passOver(request);
                    response.sendRedirect("/sign-in?ended");
                } else {
                    chain.doFilter(request, response);
                }
            }
        };
    }

    /** A browser that is answered before it has sent everything shows a broken connection instead of the page. Kept nowhere. */
    private static void passOver(HttpServletRequest request) throws IOException {
        request.getInputStream().skip(PASSED_OVER);
    }

    private static boolean inParts(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
