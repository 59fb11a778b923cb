package uk.anteroom.staffweb;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.SafeToTalk;
import uk.anteroom.practice.StaffMember;

/** Whether the patient can talk freely: for the page of the clinician who holds the consultation, and never part of another page. */
@Controller
class TalkController {

    private final SafeToTalk safeToTalk;

    TalkController(SafeToTalk safeToTalk) {
        this.safeToTalk = safeToTalk;
    }

    /** {@code yes}, {@code no} or {@code skipped}; to everybody else as if there were no such thing. */
    @GetMapping("/consultations/{id}/talk")
    @ResponseBody
    ResponseEntity<Map<String, String>> talk(StaffMember by, @PathVariable UUID id) {
        return safeToTalk
                .shownTo(by, new ConsultationId(id))
                .map(answer -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Map.of("free", answer.name().toLowerCase(Locale.ROOT))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
