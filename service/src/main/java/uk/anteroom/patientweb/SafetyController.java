package uk.anteroom.patientweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.anteroom.consultation.Freedom;
import uk.anteroom.consultation.SafeToTalk;
import uk.anteroom.invitation.Visit;
import uk.anteroom.invitation.Visits;

/** For patients who are not alone: an answer that only their clinician reads, and a way out that leaves nothing behind. */
@Controller
class SafetyController {

    private final Visits visits;
    private final SafeToTalk safeToTalk;

    SafetyController(Visits visits, SafeToTalk safeToTalk) {
        this.visits = visits;
        this.safeToTalk = safeToTalk;
    }

    @PostMapping("/visit/talk")
    ResponseEntity<Void> answer(@RequestParam Freedom answer, HttpServletRequest request) {
        boolean heard = DeviceCookie.PATIENT
                .read(request)
                .flatMap(visits::of)
                .map((Visit visit) -> safeToTalk.answer(
                        visit.practice().id(), visit.consultation().id(), answer))
                .orElse(false);
        return ResponseEntity.status(heard ? HttpStatus.NO_CONTENT : HttpStatus.GONE)
                .build();
    }

    /** The device's key is erased on both sides, so that going back shows nothing. The link asks again who is there. */
    @PostMapping("/visit/exit")
    ResponseEntity<Void> exit(HttpServletRequest request, HttpServletResponse response) {
        DeviceCookie.PATIENT.read(request).ifPresent(visits::forget);
        DeviceCookie.PATIENT.erase(response);
        return ResponseEntity.noContent().build();
    }
}
