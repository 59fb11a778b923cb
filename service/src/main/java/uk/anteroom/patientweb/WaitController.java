package uk.anteroom.patientweb;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import uk.anteroom.consultation.Waits;
import uk.anteroom.consultation.Wish;
import uk.anteroom.invitation.Recalls;
import uk.anteroom.invitation.Visit;
import uk.anteroom.invitation.Visits;

/** How long the wait of whoever holds this device still takes, and what they would like instead. */
@Controller
class WaitController {

    private static final Map<String, Wish> WISHES = Map.of("keep", Wish.KEEP, "text", Wish.TEXT, "ring", Wish.RING);

    private final Visits visits;
    private final Waits waits;
    private final Recalls recalls;

    WaitController(Visits visits, Waits waits, Recalls recalls) {
        this.visits = visits;
        this.waits = waits;
        this.recalls = recalls;
    }

    /** 404 for a device that is nobody's, 204 for one whose holder does not wait: not yet, or not any more. */
    @GetMapping("/visit/wait")
    @ResponseBody
    ResponseEntity<WaitAnswer> wait(HttpServletRequest request) {
        Optional<Visit> visit = DeviceCookie.PATIENT.read(request).flatMap(visits::of);
        if (visit.isEmpty()) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
        }
        var practice = visit.get().practice().id();
        var consultation = visit.get().consultation().id();
        return waits.of(practice, consultation)
                .map(wait -> ResponseEntity.ok(WaitAnswer.of(
                        wait, recalls.reaches(practice, consultation).orElse(null))))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    /** {@code keep}, {@code text} or {@code ring}. */
    @PostMapping("/visit/wish")
    ResponseEntity<Void> wish(HttpServletRequest request, @RequestParam String wish) {
        Optional<Visit> visit = DeviceCookie.PATIENT.read(request).flatMap(visits::of);
        Wish chosen = WISHES.get(wish.toLowerCase(Locale.ROOT));
        if (visit.isEmpty()) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
        }
        if (chosen == null) {
            return ResponseEntity.badRequest().build();
        }
        boolean waits = this.waits.wish(
                visit.get().practice().id(), visit.get().consultation().id(), chosen);
        return ResponseEntity.status(waits ? HttpStatus.NO_CONTENT : HttpStatus.GONE)
                .build();
    }
}
