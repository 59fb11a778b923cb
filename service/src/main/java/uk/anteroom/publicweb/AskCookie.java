package uk.anteroom.publicweb;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import uk.anteroom.intake.Intakes;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeSecret;

/** The cookie with the key of what somebody is writing. One browser writes to one practice at a time. */
final class AskCookie {

    private static final String NAME = "__Host-ask";

    private AskCookie() {}

    /** The key of something for that practice. */
    static Optional<PracticeSecret> read(HttpServletRequest request, PracticeId practice) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .findFirst()
                        .flatMap(cookie -> PracticeSecret.read(cookie.getValue()))
                        .filter(key -> key.practice().equals(practice));
    }

    /** Kept as long as what it opens. */
    static void write(HttpServletResponse response, PracticeSecret key) {
        add(response, key.text(), Intakes.LIFE);
    }

    static void erase(HttpServletResponse response) {
        add(response, "", Duration.ZERO);
    }

    private static void add(HttpServletResponse response, String value, Duration kept) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, value)
                        .secure(true)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(kept)
                        .build()
                        .toString());
    }
}
