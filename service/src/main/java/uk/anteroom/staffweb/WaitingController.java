package uk.anteroom.staffweb;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.anteroom.practice.StaffMember;

/** The waiting room: everybody who waits in the practice, and who is in a call with whom. */
@Controller
class WaitingController {

    private final WaitingPages pages;

    WaitingController(WaitingPages pages) {
        this.pages = pages;
    }

    @GetMapping("/waiting")
    String waiting(StaffMember by, @RequestParam(required = false) @Nullable String problem, Model model) {
        by.mustInvite();
        model.addAttribute("page", pages.board(by));
        model.addAttribute("problem", Problems.key(problem));
        return "staff/waiting";
    }
}
