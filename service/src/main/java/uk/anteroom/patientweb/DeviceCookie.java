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

/** The cookie that binds a device to its place. One device may hold a patient's place, a guest's and a conversation; none opens another. */
enum DeviceCookie {
    /** A day: links live no longer by default, and a place that is over answers with its end. */
    PATIENT("__Host-place", Duration.ofHours(24)),
    /** As long as the patient's. */
    GUEST("__Host-guest", Duration.ofHours(24)),
    /** No longer than it is believed. */
    CONVERSATION("__Host-messages", Duration.ofHours(1));

    private final String name;
    private final Duration life;

    DeviceCookie(String name, Duration life) {
        this.name = name;
        this.life = life;
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
        add(response, key.value(), life);
    }

    void erase(HttpServletResponse response) {
        add(response, "", Duration.ZERO);
    }

    private void add(HttpServletResponse response, String value, Duration kept) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .secure(true)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(kept)
                        .build()
                        .toString());
    }
}
