package uk.anteroom.demo.smart;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Who launched is signed in to the clinical system already: the launch says who it is. */
class LaunchUserFilter extends OncePerRequestFilter {

    private final Launches launches;

    LaunchUserFilter(Launches launches) {
        this.launches = launches;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        launches.find(request.getParameter("launch")).ifPresent(launch -> {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                    launch.user().id().toString(),
                    null,
                    // says when they signed in, which the id token repeats
                    List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY))));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }
}
