package uk.anteroom.patientweb;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.call.CallPass;
import uk.anteroom.guest.GuestVisit;
import uk.anteroom.guest.GuestVisits;
import uk.anteroom.guest.NamedPerson;
import uk.anteroom.web.NotFound;

/** The waiting room and the call for a guest. The device's key says whose place it is; it opens nothing of the patient's. */
@Controller
class GuestController {

    private final GuestVisits guests;
    private final MessageSource messages;
    private final QuickExitSettings exit;

    GuestController(GuestVisits guests, MessageSource messages, QuickExitSettings exit) {
        this.guests = guests;
        this.messages = messages;
        this.exit = exit;
    }

    @GetMapping("/guest")
    ModelAndView visit(HttpServletRequest request, Locale locale) {
        Optional<GuestVisit> visit = visitOf(request);
        if (visit.isEmpty()) {
            return UnusablePages.ofNobody();
        }
        boolean open =
                visit.get().guest().welcome() && visit.get().consultation().reachable();
        return new ModelAndView(
                open ? "patient/visit" : "patient/guest-over",
                "page",
                VisitPage.of(visit.get(), exit.quickExitUrl(), locale));
    }

    @PostMapping("/guest/pass")
    @ResponseBody
    ResponseEntity<Map<String, String>> pass(HttpServletRequest request) {
        Optional<GuestVisit> visit = visitOf(request);
        if (visit.isEmpty()) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
        }
        return guests.pass(visit.get())
                .map(CallPass::value)
                .map(pass -> ResponseEntity.ok(Map.of("pass", pass)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.GONE).build());
    }

    @GetMapping("/guest/people")
    @ResponseBody
    List<NamedPerson> people(HttpServletRequest request, Locale locale) {
        GuestVisit visit = visitOf(request).orElseThrow(NotFound::new);
        return NamedPerson.of(guests.seenBy(visit), messages, locale);
    }

    private Optional<GuestVisit> visitOf(HttpServletRequest request) {
        return DeviceCookie.GUEST.read(request).flatMap(guests::of);
    }
}
