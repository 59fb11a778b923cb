package uk.anteroom.toolbardoor;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.anteroom.desktop.ConnectedProgram;
import uk.anteroom.desktop.Programs;
import uk.anteroom.kernel.Limit;
import uk.anteroom.kernel.Limits;
import uk.anteroom.web.ClientAddress;

/** Finds the program whose token a request brings (RFC 6750, 2.1: in its header and nowhere else). */
class BearerFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final Programs programs;
    private final Limits limits;

    BearerFilter(Programs programs, Limits limits) {
        this.programs = programs;
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = token(request);
        if (token != null) {
            String network = ClientAddress.of(request);
            if (!limits.hasLeft(Limit.DEAD_TOKENS_BY_ADDRESS, network)) {
                Plain.say(response, 429, "too many tokens that do not work, wait a few minutes");
                return;
            }
            Optional<ConnectedProgram> program = programs.with(token);
            if (program.isPresent()) {
                letIn(program.get());
            } else {
                limits.take(Limit.DEAD_TOKENS_BY_ADDRESS, network);
            }
        }
        chain.doFilter(request, response);
    }

    private static @Nullable String token(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }

    private static void letIn(ConnectedProgram program) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken(
                program, null, List.of(new SimpleGrantedAuthority(ToolbarDoor.PROGRAM))));
        SecurityContextHolder.setContext(context);
    }
}
