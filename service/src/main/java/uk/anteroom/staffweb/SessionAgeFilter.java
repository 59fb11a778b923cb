package uk.anteroom.staffweb;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session after a working day, however busy it was. */
class SessionAgeFilter extends OncePerRequestFilter {

    static final Duration AT_MOST = Duration.ofHours(12);

    private final Clock clock;

    SessionAgeFilter(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null
                && Instant.ofEpochMilli(session.getCreationTime()).plus(AT_MOST).isBefore(clock.instant())) {
            session.invalidate();
            SecurityContextHolder.clearContext();
        }
        // a quirk: asked for while the session is at hand, or else its rows are read again at the end of every request
        request.isRequestedSessionIdValid();
        chain.doFilter(request, response);
    }
}
