package uk.anteroom.patientweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import uk.anteroom.kernel.DeviceKey;
import uk.anteroom.web.KeyCookie;

/** The cookie that binds a device to its place. One device may hold a patient's place, a guest's and a conversation; none opens another. */
enum DeviceCookie {
    /** A day: links live no longer by default, and a place that is over answers with its end. */
    PATIENT("__Host-place", Duration.ofHours(24)),
    /** As long as the patient's. */
    GUEST("__Host-guest", Duration.ofHours(24)),
    /** No longer than it is believed. */
    CONVERSATION("__Host-messages", Duration.ofHours(1));

    private final KeyCookie cookie;

    DeviceCookie(String name, Duration life) {
        this.cookie = new KeyCookie(name, life);
    }

    Optional<DeviceKey> read(HttpServletRequest request) {
        return cookie.read(request);
    }

    void write(HttpServletResponse response, DeviceKey key) {
        cookie.write(response, key);
    }

    void erase(HttpServletResponse response) {
        cookie.erase(response);
    }
}
