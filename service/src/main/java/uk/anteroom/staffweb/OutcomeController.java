package uk.anteroom.staffweb;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.anteroom.clinicalsystem.ConsultationCoding;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.Decision;
import uk.anteroom.consultation.Outcome;
import uk.anteroom.consultation.Outcomes;
import uk.anteroom.consultation.UnsuccessfulReason;
import uk.anteroom.practice.StaffMember;

/** How a consultation went. */
@Controller
@RequestMapping("/consultations/{id}")
class OutcomeController {

    private final Outcomes outcomes;
    private final ConsultationCoding coding;

    OutcomeController(Outcomes outcomes, ConsultationCoding coding) {
        this.outcomes = outcomes;
        this.coding = coding;
    }

    @PostMapping("/outcome")
    String decide(
            StaffMember by,
            @PathVariable UUID id,
            @RequestParam Outcome outcome,
            @RequestParam(required = false) @Nullable UnsuccessfulReason reason) {
        Decision decision = outcomes.decide(by, new ConsultationId(id), outcome, reason);
        return switch (decision) {
            case Decision.Recorded recorded -> back(id);
            case Decision.AlreadyDecided already -> back(id) + "?other";
            case Decision.NeverTookPlace never -> back(id) + "?problem=never";
            case Decision.NotEnded notEnded -> back(id);
        };
    }

    @PostMapping("/reason")
    String explain(StaffMember by, @PathVariable UUID id, @RequestParam UnsuccessfulReason reason) {
        outcomes.explain(by, new ConsultationId(id), reason);
        return back(id);
    }

    /** Somebody has coded by hand what the clinical system refused. */
    @PostMapping("/coding-by-hand")
    String codedByHand(StaffMember by, @PathVariable UUID id) {
        coding.codedByHand(by, new ConsultationId(id));
        return back(id);
    }

    private static String back(UUID id) {
        return "redirect:/consultations/" + id;
    }
}
