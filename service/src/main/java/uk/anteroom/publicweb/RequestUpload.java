package uk.anteroom.publicweb;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.anteroom.attachment.Attachments;
import uk.anteroom.intake.Intakes;
import uk.anteroom.kernel.Limit;
import uk.anteroom.kernel.Limits;
import uk.anteroom.practice.Practices;
import uk.anteroom.web.ClientAddress;
import uk.anteroom.web.UploadPlace;
import uk.anteroom.web.Uploads;

/** Where a browser without script sends a file for a request, in one piece. Only whoever has begun to write sends one, and few do at once. */
@Component
class RequestUpload implements UploadPlace {

    private static final Pattern ADDRESS = Pattern.compile("(/p/([A-Za-z]{3,4}))(/ask/files)/upload");

    /** Each is in memory until it was taken in: 80 MB at most. Whoever sends slowly holds a place, and none of those who have script need one. */
    private static final int AT_ONCE = 8;

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Practices practices;
    private final Intakes intakes;
    private final Limits limits;

    RequestUpload(Practices practices, Intakes intakes, Limits limits) {
        this.practices = practices;
        this.intakes = intakes;
        this.limits = limits;
    }

    @Override
    public boolean is(HttpServletRequest request) {
        return ADDRESS.matcher(request.getRequestURI()).matches();
    }

    @Override
    public long largest() {
        return Attachments.MOST_BYTES;
    }

    /** The page of the question says so, at its field. */
    @Override
    public void tooLarge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(back(request, "too-large"));
    }

    /** Before the form's token is looked for: who has begun nothing sends nothing. */
    OncePerRequestFilter onlyFromWriters() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                if (!Uploads.inParts(request)) {
                    chain.doFilter(request, response);
                } else if (!writes(request)) {
                    Uploads.passOver(request);
                    response.sendRedirect(address(request).group(1) + "?note=gone");
                } else if (!limits.hasLeft(Limit.REQUEST_FILES_BY_ADDRESS, ClientAddress.of(request))) {
                    Uploads.passOver(request);
                    response.sendRedirect(back(request, "too-many"));
                } else if (!places.tryAcquire()) {
                    Uploads.passOver(request);
                    response.sendRedirect(back(request, "busy"));
                } else {
                    try {
                        chain.doFilter(request, response);
                    } finally {
                        places.release();
                    }
                }
            }
        };
    }

    private boolean writes(HttpServletRequest request) {
        return practices
                .withCode(address(request).group(2).toLowerCase(Locale.ROOT))
                .flatMap(practice -> AskCookie.read(request, practice))
                .flatMap(intakes::find)
                .filter(intake -> !intake.sent())
                .isPresent();
    }

    private static String back(HttpServletRequest request, String note) {
        Matcher address = address(request);
        return address.group(1) + address.group(3) + "?note=" + note;
    }

    private static Matcher address(HttpServletRequest request) {
        Matcher address = ADDRESS.matcher(request.getRequestURI());
        if (!address.matches()) {
            throw new IllegalStateException("Nothing in parts comes here");
        }
        return address;
    }
}
