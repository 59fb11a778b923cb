package uk.anteroom.staffweb;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.anteroom.invitation.NewLinkId;
import uk.anteroom.invitation.NewLinks;
import uk.anteroom.practice.StaffMember;

/** Takes away the line of a patient who asked for a new link. */
@Controller
class NewLinkLineController {

    private final NewLinks newLinks;

    NewLinkLineController(NewLinks newLinks) {
        this.newLinks = newLinks;
    }

    /** @param board whether the press came from the waiting room, which is where it then leads back */
    @PostMapping("/new-links/{id}/dismissal")
    String dismiss(StaffMember by, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean board) {
        newLinks.dismiss(by, new NewLinkId(id));
        return board ? "redirect:/waiting" : "redirect:/requests";
    }
}
