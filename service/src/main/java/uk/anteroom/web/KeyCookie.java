package uk.anteroom.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import uk.anteroom.kernel.DeviceKey;

/**
 * A cookie that holds a key of ours, for this host alone and out of reach of scripts.
 *
 * @param name begins with {@code __Host-}
 * @param life how long the browser keeps it; what the key opens may end sooner
 */
public record KeyCookie(String name, Duration life) {

    /** Where a patient's account is signed in. As long as a session lasts at most. */
    public static final KeyCookie ACCOUNT = new KeyCookie("__Host-account", Duration.ofHours(12));

    /** Who types a code must be the one who asked for it. Longer than a code and what follows it live. */
    public static final KeyCookie CODE = new KeyCookie("__Host-code", Duration.ofHours(1));

    /** Tells a device that was signed in before from others. Opens nothing. */
    public static final KeyCookie KNOWN = new KeyCookie("__Host-known", Duration.ofDays(365));

    public Optional<DeviceKey> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .findFirst()
                        .flatMap(cookie -> DeviceKey.read(cookie.getValue()));
    }

    public void write(HttpServletResponse response, DeviceKey key) {
        add(response, key.value(), life);
    }

    public void erase(HttpServletResponse response) {
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
