package uk.anteroom.staffweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.smart.SmartAccounts;

/** The two pages that somebody from a clinical system may meet before the patient: a refusal, and the question who they are. */
@Controller
class LaunchController {

    private final SmartAccounts accounts;

    LaunchController(SmartAccounts accounts) {
        this.accounts = accounts;
    }

    /** Whatever the filters did not follow: one text, whatever the reason. */
    @GetMapping({"/launch", "/launch/**"})
    ModelAndView refused() {
        return new ModelAndView("staff/launch-refused", HttpStatus.BAD_REQUEST);
    }

    /** Asked of whoever is signed in: are you the one the clinical system speaks of? */
    @GetMapping("/launched")
    ModelAndView ask(StaffMember by, HttpServletRequest request) {
        Optional<Launched> launched = Launched.in(request.getSession(false));
        if (launched.isEmpty()) {
            return new ModelAndView("redirect:/");
        }
        if (!launched.get().system().practice().equals(by.practice())) {
            return new ModelAndView("staff/launch-refused", HttpStatus.BAD_REQUEST);
        }
        return new ModelAndView("staff/launched", "name", by.name());
    }

    /** Who was open there is not on the list here. */
    @GetMapping("/launched/nobody")
    String nobody() {
        return "staff/launched-nobody";
    }

    @PostMapping("/launched")
    String connect(StaffMember by, HttpServletRequest request) {
        HttpSession session = request.getSession();
        Optional<Launched> launched = Launched.in(session);
        Launched.forgetIn(session);
        launched.ifPresent(one -> accounts.connect(by, one.system(), one.subject()));
        return "redirect:" + launched.map(Launched::path).orElse("/");
    }
}
