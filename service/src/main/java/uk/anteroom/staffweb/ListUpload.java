package uk.anteroom.staffweb;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.anteroom.web.UploadPlace;
import uk.anteroom.web.Uploads;

/** Where staff who are signed in send a list of patients. */
@Component
class ListUpload implements UploadPlace {

    /** A hundred thousand patients with everything that a line may have. */
    static final long LARGEST = 20L * 1024 * 1024;

    private static final String ADDRESS = "/settings/practice-list/files";

    @Override
    public boolean is(HttpServletRequest request) {
        return request.getRequestURI().equals(ADDRESS);
    }

    @Override
    public long largest() {
        return LARGEST;
    }

    /** Before the form's token is looked for: who is not signed in sends nothing. */
    static OncePerRequestFilter onlyFromStaff() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                Authentication who = SecurityContextHolder.getContext().getAuthentication();
                if (Uploads.inParts(request) && (who == null || !(who.getPrincipal() instanceof StaffPrincipal))) {
                    Uploads.passOver(request);
                    response.sendRedirect("/sign-in?ended");
                } else {
                    chain.doFilter(request, response);
                }
            }
        };
    }
}
