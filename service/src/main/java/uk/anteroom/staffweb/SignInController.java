package uk.anteroom.staffweb;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.anteroom.practice.StaffMember;

/** The page staff sign in on. The form itself is received by the door. */
@Controller
class SignInController {

    @GetMapping("/sign-in")
    String signIn(
            Model model,
            @Nullable @RequestParam(required = false) String refused,
            @Nullable @RequestParam(required = false) String wait,
            @Nullable @RequestParam(required = false) String ended,
            @Nullable @RequestParam(name = "signed-out", required = false) String signedOut) {
        model.addAttribute("page", SignInPage.of(refused != null, wait != null, ended != null, signedOut != null));
        return "staff/sign-in";
    }

    /** Who is only practice manager has no inbox and starts with the list. */
    @GetMapping("/")
    String home(StaffMember staff) {
        return staff.mayInvite() ? "redirect:/requests" : "redirect:/patients";
    }
}
