package uk.anteroom.staffweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;
import uk.anteroom.practice.StaffMember;

/** Signs a browser in as whoever's program led it here, in a session of its own that ends as any other does. */
@Component
class WaySignIn {

    private final ArrivalStreams arrivals;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final HttpSessionCsrfTokenRepository tokens = new HttpSessionCsrfTokenRepository();

    WaySignIn(ArrivalStreams arrivals) {
        this.arrivals = arrivals;
    }

    void as(StaffMember by, HttpServletRequest request, HttpServletResponse response) {
        Object before = SecurityContextHolder.getContext().getAuthentication() == null
                ? null
                : SecurityContextHolder.getContext().getAuthentication().getPrincipal();
        // a session id that was planted here must not become one that is signed in
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new StaffPrincipal(by.practice().value(), by.id().value()),
                null,
                List.of(new SimpleGrantedAuthority(StaffAuthentication.SIGNED_IN))));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        // now, since two pages that are asked for at once would each make one, and the forms of the first would be
        // refused
        tokens.saveToken(tokens.generateToken(request), request, response);
        if (before instanceof StaffPrincipal principal) {
            arrivals.signedOut(principal.practiceId(), principal.staff());
        }
    }
}
