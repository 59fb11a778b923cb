package uk.anteroom.staffweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * Remembers over a sign-in which page was asked for: its path, whether the camera icon led there, and the code of a program that wants to be
 * connected. Spring Security's own would keep the whole
 * request in the session's row, with what was searched for and the key of a patient's device among the cookies.
 */
class PageAskedFor implements RequestCache {

    private static final String ATTRIBUTE = "page-asked-for";
    private static final String CAMERA = "video";
    private static final Pattern CODE = Pattern.compile("code=[A-Z]{4}-[A-Z]{4}");

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        // a script that refreshes part of a page is nowhere to come back to
        if (request.getMethod().equals("GET") && (mode == null || mode.equals("navigate"))) {
            request.getSession().setAttribute(ATTRIBUTE, address(request));
        }
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof String address
                ? new SimpleSavedRequest(address)
                : null;
    }

    /** Forgets the page once it is reached. Nothing of the request was kept, so it goes on as it is. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest saved = getRequest(request, response);
        if (saved != null && saved.getRedirectUrl().equals(address(request))) {
            removeRequest(request, response);
        }
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }

    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        boolean keep =
                query != null && (query.equals(CAMERA) || CODE.matcher(query).matches());
        return keep ? request.getRequestURI() + "?" + query : request.getRequestURI();
    }
}
