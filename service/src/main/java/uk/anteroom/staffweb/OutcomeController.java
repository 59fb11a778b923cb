package uk.anteroom.staffweb;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.anteroom.clinicalsystem.RecordEntries;
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
    private final RecordEntries entries;

    OutcomeController(Outcomes outcomes, RecordEntries entries) {
        this.outcomes = outcomes;
        this.entries = entries;
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
            case Decision.WrongPatientOpen wrong -> back(id) + "?problem=wrong-patient";
            case Decision.NotEnded notEnded -> back(id);
        };
    }

    @PostMapping("/reason")
    String explain(StaffMember by, @PathVariable UUID id, @RequestParam UnsuccessfulReason reason) {
        outcomes.explain(by, new ConsultationId(id), reason);
        return back(id);
    }

    /** It was not completed after all: the button was pressed in error. */
    @PostMapping("/undo")
    String takeBack(StaffMember by, @PathVariable UUID id) {
        return outcomes.takeBack(by, new ConsultationId(id)) ? back(id) : back(id) + "?problem=undo";
    }

    /** Somebody has coded by hand what the clinical system refused. */
    @PostMapping("/coding-by-hand")
    String codedByHand(StaffMember by, @PathVariable UUID id) {
        entries.doneByHand(by, id);
        return back(id);
    }

    private static String back(UUID id) {
        return "redirect:/consultations/" + id;
    }
}
