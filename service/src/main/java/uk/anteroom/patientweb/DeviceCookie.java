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

/** The cookie that binds a device to its place. One device may hold a patient's place and a guest's; neither opens the other. */
enum DeviceCookie {
    PATIENT("__Host-place"),
    GUEST("__Host-guest");

    /** A day: links live no longer by default, and a place that is over answers with its end. */
    private static final Duration LIFE = Duration.ofHours(24);

    private final String name;

    DeviceCookie(String name) {
        this.name = name;
    }

    Optional<DeviceKey> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .findFirst()
                        .flatMap(cookie -> DeviceKey.read(cookie.getValue()));
    }

    void write(HttpServletResponse response, DeviceKey key) {
        add(response, key.value(), LIFE);
    }

    void erase(HttpServletResponse response) {
        add(response, "", Duration.ZERO);
    }

    private void add(HttpServletResponse response, String value, Duration life) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .secure(true)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(life)
                        .build()
                        .toString());
    }
}
