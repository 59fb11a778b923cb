package uk.anteroom.staffweb;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.invitation.Recalls;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.NotFound;

/** Calls a patient back who waits and is not there. */
@Controller
@RequestMapping("/consultations/{id}")
class CallBackController {

    private final Consultations consultations;
    private final Recalls recalls;
    private final CallBacks callBacks;

    CallBackController(Consultations consultations, Recalls recalls, CallBacks callBacks) {
        this.consultations = consultations;
        this.recalls = recalls;
        this.callBacks = callBacks;
    }

    /** The part of the page alone, for the page to refresh. */
    @GetMapping("/callback")
    String callBack(StaffMember by, @PathVariable UUID id, Model model) {
        by.mustInvite();
        model.addAttribute("callback", callBacks.of(find(by, id)));
        return "staff/callback";
    }

    /** @param board whether the press came from the waiting room, which is where it then leads back */
    @PostMapping("/recall")
    String recall(StaffMember by, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean board) {
        String back = "redirect:"
                + (board ? "/waiting" : "/consultations/" + find(by, id).id());
        return switch (recalls.recall(by, find(by, id).id())) {
            case POSTED -> back;
            case TOO_SOON -> back + "?problem=recall-soon";
            case NO_WAY -> back + "?problem=recall-no-way";
        };
    }

    private Consultation find(StaffMember by, UUID id) {
        return consultations.find(by.practice(), new ConsultationId(id)).orElseThrow(NotFound::new);
    }
}
