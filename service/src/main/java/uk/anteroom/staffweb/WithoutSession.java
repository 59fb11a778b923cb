package uk.anteroom.staffweb;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps a request away from the session: whatever asks for it, as Spring does for messages that outlive a redirect, would count as use. */
class WithoutSession extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public @Nullable HttpSession getSession(boolean create) {
                        if (create) {
                            throw new IllegalStateException("This address has no session");
                        }
                        return null;
                    }

                    @Override
                    public @Nullable HttpSession getSession() {
                        return getSession(true);
                    }
                },
                response);
    }
}
