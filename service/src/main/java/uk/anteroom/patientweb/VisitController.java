package uk.anteroom.patientweb;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.call.CallPass;
import uk.anteroom.consultation.Attendance;
import uk.anteroom.invitation.Visit;
import uk.anteroom.invitation.Visits;

/** The waiting room and the call. Its address is the same for everybody: the device's key says whose place it is. */
@Controller
class VisitController {

    private final Visits visits;
    private final Attendance attendance;
    private final QuickExitSettings exit;

    VisitController(Visits visits, Attendance attendance, QuickExitSettings exit) {
        this.visits = visits;
        this.attendance = attendance;
        this.exit = exit;
    }

    @GetMapping("/visit")
    ModelAndView visit(HttpServletRequest request, Locale locale) {
        Optional<Visit> visit = DeviceCookie.PATIENT.read(request).flatMap(visits::of);
        if (visit.isEmpty()) {
            ModelAndView view = new ModelAndView("patient/unusable", HttpStatus.NOT_FOUND);
            return view.addObject("page", UnusablePage.of(null));
        }
        String view = visit.get().consultation().reachable() ? "patient/visit" : "patient/over";
        return new ModelAndView(view, "page", VisitPage.of(visit.get(), exit.quickExitUrl(), locale));
    }

    @PostMapping("/visit/pass")
    @ResponseBody
    ResponseEntity<Map<String, String>> pass(HttpServletRequest request) {
        Optional<Visit> visit = DeviceCookie.PATIENT.read(request).flatMap(visits::of);
        if (visit.isEmpty()) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
        }
        return attendance
                .patientPass(
                        visit.get().practice().id(), visit.get().consultation().id())
                .map(CallPass::value)
                .map(pass -> ResponseEntity.ok(Map.of("pass", pass)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.GONE).build());
    }
}
