package uk.anteroom.demo.door;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.demo.cast.Worker;
import uk.anteroom.demo.lan.Lan;
import uk.anteroom.web.QrCode;

/** The page that explains the demo in a minute. */
@Controller
class FrontDoorController {

    /** Somebody to sign in as. */
    record Member(String name, String role, String practice, String email) {}

    /** What the page shows. */
    record FrontDoorPage(
            Member clinician,
            String password,
            List<Member> staff,
            @Nullable Phone phone) {}

    /** How a telephone comes in. */
    record Phone(String address, String accept) {}

    private final ObjectProvider<Lan> lan;

    FrontDoorController(ObjectProvider<Lan> lan) {
        this.lan = lan;
    }

    @GetMapping("/demo")
    ModelAndView explain() {
        FrontDoorPage page = new FrontDoorPage(
                member(Worker.AMARA),
                Worker.PASSWORD,
                Arrays.stream(Worker.values()).map(FrontDoorController::member).toList(),
                phone());
        return new ModelAndView("demo/front-door", Map.of("page", page));
    }

    /** What a telephone's camera reads. */
    @GetMapping(path = "/demo/phone-code.svg", produces = "image/svg+xml")
    ResponseEntity<String> code() {
        Lan open = lan.getIfAvailable();
        return open == null
                ? ResponseEntity.notFound().build()
                : ResponseEntity.ok(QrCode.of(open.entrance()).svg());
    }

    private @Nullable Phone phone() {
        Lan open = lan.getIfAvailable();
        return open == null ? null : new Phone(open.entrance().toString(), Lan.ACCEPT);
    }

    private static Member member(Worker worker) {
        return new Member(
                worker.shownName(), worker.shownRole(), worker.surgery().title(), worker.email());
    }
}
