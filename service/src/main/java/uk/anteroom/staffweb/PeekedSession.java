package uk.anteroom.staffweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.stereotype.Component;

/**
 * Reads who is signed in without touching their session: a page that only listens must not keep a session alive that nobody uses. Nothing of
 * the servlet's own session may be asked for on such a request, since that counts as use.
 */
@Component
class PeekedSession implements SecurityContextRepository {

    private final SessionRepository<? extends Session> sessions;
    private final CookieSerializer cookies;
    private final Clock clock;

    PeekedSession(SessionRepository<? extends Session> sessions, CookieSerializer cookies, Clock clock) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.clock = clock;
    }

    /** Who is signed in by this request's cookie; asked again, it answers whether they still are. */
    Supplier<Optional<StaffPrincipal>> of(HttpServletRequest request) {
        List<String> ids = cookies.readCookieValues(request);
        return () -> ids.stream()
                .map(this::context)
                .flatMap(Optional::stream)
                .map(SecurityContext::getAuthentication)
                .filter(PeekedSession::complete)
                .map(found -> (StaffPrincipal) found.getPrincipal())
                .findFirst();
    }

    private static boolean complete(@Nullable Authentication found) {
        return found != null
                && found.getPrincipal() instanceof StaffPrincipal
                && found.getAuthorities().stream()
                        .anyMatch(right -> StaffAuthentication.SIGNED_IN.equals(right.getAuthority()));
    }

    private Optional<SecurityContext> context(String id) {
        return Optional.<Session>ofNullable(sessions.findById(id))
                .filter(session -> !session.isExpired()
                        && session.getCreationTime()
                                .plus(SessionAgeFilter.AT_MOST)
                                .isAfter(clock.instant()))
                .map(session -> session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY));
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still asks for it
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return cookies.readCookieValues(holder.getRequest()).stream()
                .map(this::context)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(SecurityContextHolder::createEmptyContext);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // only looked at
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return of(request).get().isPresent();
    }
}
