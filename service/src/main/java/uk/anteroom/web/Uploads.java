package uk.anteroom.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/**
 * Files come in at the addresses that doors declare ({@link UploadPlace}), and are no larger than these say. Everywhere else a body in parts is refused
 * before anything reads it: looking for a form's token would unpack it.
 */
@Configuration
public class Uploads {

    /** What stands around the file in the body: names, boundaries, the form's token. */
    private static final long AROUND = 16L * 1024;

    /** As large as somebody chooses by mistake; whoever sends more is cut off. */
    private static final long PASSED_OVER = 60L * 1024 * 1024;

    private final List<UploadPlace> places;

    Uploads(List<UploadPlace> places) {
        this.places = List.copyOf(places);
    }

    /** All of it in memory: what is sent does not lie on a disk unsealed. */
    @Bean
    MultipartConfigElement uploadLimits() {
        long largest = places.stream().mapToLong(UploadPlace::largest).max().orElse(0);
        return new MultipartConfigElement("", largest, largest + AROUND, (int) (largest + AROUND));
    }

    @Bean
    MultipartResolver multipartResolver() {
        return new StandardServletMultipartResolver() {
            @Override
            public boolean isMultipart(HttpServletRequest request) {
                return place(request).isPresent() && super.isMultipart(request);
            }
        };
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> uploadGate() {
        FilterRegistrationBean<OncePerRequestFilter> gate = new FilterRegistrationBean<>(new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                Optional<UploadPlace> place = place(request);
                if (!inParts(request)) {
                    chain.doFilter(request, response);
                } else if (place.isEmpty()) {
                    response.sendError(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
                } else if (!fits(request, place.get())) {
                    passOver(request);
                    place.get().tooLarge(request, response);
                } else {
                    chain.doFilter(request, response);
                }
            }
        });
        gate.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return gate;
    }

    private Optional<UploadPlace> place(HttpServletRequest request) {
        return places.stream().filter(place -> place.is(request)).findFirst();
    }

    private static boolean fits(HttpServletRequest request, UploadPlace place) {
        long length = request.getContentLengthLong();
        return length >= 0 && length <= place.largest() + AROUND;
    }

    /** A browser that is answered before it has sent everything shows a broken connection instead of the page. Kept nowhere. */
    public static void passOver(HttpServletRequest request) throws IOException {
        request.getInputStream().skip(PASSED_OVER);
    }

    public static boolean inParts(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
