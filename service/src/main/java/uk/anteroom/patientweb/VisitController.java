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
import uk.anteroom.attempt.SurveyAnswer;
import uk.anteroom.attempt.SurveyAnswers;
import uk.anteroom.call.CallPass;
import uk.anteroom.consultation.Attendance;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.invitation.Visit;
import uk.anteroom.invitation.Visits;

/** The waiting room and the call. Its address is the same for everybody: the device's key says whose place it is. */
@Controller
class VisitController {

    private final Visits visits;
    private final Attendance attendance;
    private final QuickExitSettings exit;
    private final SurveyAnswers answers;

    VisitController(Visits visits, Attendance attendance, QuickExitSettings exit, SurveyAnswers answers) {
        this.visits = visits;
        this.attendance = attendance;
        this.exit = exit;
        this.answers = answers;
    }

    @GetMapping("/visit")
    ModelAndView visit(HttpServletRequest request, Locale locale) {
        Optional<Visit> visit = DeviceCookie.PATIENT.read(request).flatMap(visits::of);
        if (visit.isEmpty()) {
            return UnusablePages.ofNobody();
        }
        Consultation consultation = visit.get().consultation();
        VisitPage page = VisitPage.of(visit.get(), exit.quickExitUrl(), locale);
        if (consultation.reachable()) {
            return new ModelAndView("patient/visit", "page", page);
        }
        ModelAndView over = new ModelAndView("patient/over", "page", page);
        if (consultation.letIn()) {
            SurveyAnswer answer =
                    answers.of(consultation.practice(), consultation.call()).orElse(null);
            over.addObject("survey", SurveyPage.of(answer));
        }
        return over;
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
