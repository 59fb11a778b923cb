package uk.anteroom.demo.phone;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.web.NotFound;

/** What patients were sent, newest first. */
@Controller
class PhoneController {

    private static final int SHOWN = 60;
    /** An email is somebody else's page: no script, nothing fetched, an origin of its own. Its links lead out of it. */
    private static final String EMAIL_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none';"
                    + " sandbox allow-popups allow-top-navigation-by-user-activation";

    private final PhoneStore store;
    private final Clock clock;

    PhoneController(PhoneStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @GetMapping("/demo/phone")
    ModelAndView phone(@RequestParam(required = false) @Nullable UUID message) {
        List<PhoneMessage> newest = new ArrayList<>(store.newest(SHOWN));
        if (message != null
                && newest.stream().noneMatch(shown -> shown.reference().equals(message))) {
            newest.add(store.find(message).orElseThrow(NotFound::new));
        }
        return new ModelAndView("demo/phone", Map.of("page", PhonePage.of(newest, message, clock)));
    }

    /** The email as a mail program shows it. */
    @GetMapping("/demo/phone/messages/{id}/html")
    ResponseEntity<String> html(@PathVariable UUID id) {
        String html = store.find(id).map(PhoneMessage::html).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", EMAIL_POLICY)
                .body(html);
    }
}
