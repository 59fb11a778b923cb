package uk.anteroom.patientweb;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import uk.anteroom.invitation.DeviceKey;

/** The cookie that binds a device to its place after the identity check. */
final class DeviceCookie {

    private static final String NAME = "__Host-place";
    /** A day: links live no longer by default, and a place that is over answers with its end. */
    private static final Duration LIFE = Duration.ofHours(24);

    private DeviceCookie() {}

    static Optional<DeviceKey> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .findFirst()
                        .flatMap(cookie -> DeviceKey.read(cookie.getValue()));
    }

    static void write(HttpServletResponse response, DeviceKey key) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, key.value())
                        .secure(true)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(LIFE)
                        .build()
                        .toString());
    }
}
