package uk.anteroom.demo.door;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.demo.cast.Worker;

/** The page that explains the demo in a minute. */
@Controller
class FrontDoorController {

    /** Somebody to sign in as. */
    record Member(String name, String role, String practice, String email) {}

    /** What the page shows. */
    record FrontDoorPage(Member clinician, String password, List<Member> staff) {}

    @GetMapping("/demo")
    ModelAndView explain() {
        FrontDoorPage page = new FrontDoorPage(
                member(Worker.AMARA),
                Worker.PASSWORD,
                Arrays.stream(Worker.values()).map(FrontDoorController::member).toList());
        return new ModelAndView("demo/front-door", Map.of("page", page));
    }

    private static Member member(Worker worker) {
        return new Member(
                worker.shownName(), worker.shownRole(), worker.surgery().title(), worker.email());
    }
}
