package uk.anteroom.publicweb;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.intake.Answers.Signs;
import uk.anteroom.intake.Intakes;
import uk.anteroom.practice.Practice;

/** Tells somebody with a sign of an emergency to ring 999. Nothing is sent from here; who says that it is none goes on, and the practice is told of both. */
@Controller
@RequestMapping("/p/{practice}/ask/emergency")
class EmergencyController {

    private final Intakes intakes;

    EmergencyController(Intakes intakes) {
        this.intakes = intakes;
    }

    @GetMapping
    ModelAndView ring(Practice practice) {
        return new ModelAndView("public/emergency", "page", new EmergencyPage(Surgery.of(practice)));
    }

    /** {@code It is not an emergency}. */
    @PostMapping
    String goOn(Practice practice, HttpServletRequest request) {
        AskCookie.read(request, practice.id())
                .ifPresent(key -> intakes.answer(
                        key, before -> before.signs() == Signs.SOME ? before.with(Signs.SOME_AND_GOES_ON) : before));
        return "redirect:" + Surgery.of(practice).ask();
    }
}
