package uk.anteroom.staffweb;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.call.CallPass;
import uk.anteroom.consultation.Attendance;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.ConsultationState;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.NotFound;

/** The video consultation page, and who comes and goes there. */
@Controller
@RequestMapping("/consultations/{id}")
class ConsultationController {

    private final Consultations consultations;
    private final Attendance attendance;
    private final ConsultationPages pages;
    private final CallBacks callBacks;
    private final WrongPatient wrongPatient;

    ConsultationController(
            Consultations consultations,
            Attendance attendance,
            ConsultationPages pages,
            CallBacks callBacks,
            WrongPatient wrongPatient) {
        this.consultations = consultations;
        this.attendance = attendance;
        this.pages = pages;
        this.callBacks = callBacks;
        this.wrongPatient = wrongPatient;
    }

    /** One address, whatever state it is in. */
    @GetMapping
    ModelAndView consultation(
            StaffMember by,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String other,
            @RequestParam(required = false) @Nullable String problem) {
        Consultation consultation = look(by, id);
        if (consultation.outcome() != null) {
            return new ModelAndView(
                    "staff/outcome",
                    Map.of("page", pages.outcome(by, consultation, other != null, Problems.key(problem))));
        }
        if (consultation.state() == ConsultationState.ENDED) {
            return new ModelAndView("staff/ended", Map.of("page", pages.ended(by, consultation, Problems.key(problem))))
                    .addObject("bar", by.mayHoldConsultations() ? wrongPatient.bar(by, consultation) : null);
        }
        return new ModelAndView(
                        consultation.state().open() ? "staff/consultation" : "staff/over",
                        Map.of("page", pages.open(by, consultation)))
                .addObject("bar", by.mayHoldConsultations() ? wrongPatient.bar(by, consultation) : null)
                .addObject("callback", callBacks.of(consultation))
                .addObject("problem", Problems.key(problem));
    }

    /** The ladder alone, for the page to refresh. */
    @GetMapping("/progress")
    ModelAndView progress(StaffMember by, @PathVariable UUID id) {
        Consultation consultation =
                consultations.find(by.practice(), new ConsultationId(id)).orElseThrow(NotFound::new);
        by.mustInvite();
        return new ModelAndView("staff/progress", Map.of("page", pages.open(by, consultation)));
    }

    @PostMapping("/pass")
    @ResponseBody
    ResponseEntity<Map<String, String>> pass(StaffMember by, @PathVariable UUID id) {
        Consultation consultation =
                consultations.find(by.practice(), new ConsultationId(id)).orElseThrow(NotFound::new);
        if (!consultation.reachable()) {
            return ResponseEntity.status(HttpStatus.GONE).build();
        }
        return attendance
                .clinicianPass(by, consultation.id())
                .map(CallPass::value)
                .map(pass -> ResponseEntity.ok(Map.of("pass", pass)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND).build());
    }

    @PostMapping("/clinician")
    String takeOver(StaffMember by, @PathVariable UUID id) {
        attendance.takeOver(by, new ConsultationId(id));
        return back(id);
    }

    @PostMapping("/admission")
    String admit(StaffMember by, @PathVariable UUID id) {
        attendance.admit(by, new ConsultationId(id));
        return back(id);
    }

    @PostMapping("/end")
    String end(StaffMember by, @PathVariable UUID id) {
        attendance.end(by, new ConsultationId(id));
        return back(id);
    }

    /** {@code Back to the call}. If an outcome was recorded meanwhile, the page says so. */
    @PostMapping("/reopening")
    String reopen(StaffMember by, @PathVariable UUID id) {
        look(by, id);
        return attendance.backToTheCall(by, new ConsultationId(id)) ? back(id) : back(id) + "?problem=reopening";
    }

    private Consultation look(StaffMember by, UUID id) {
        return consultations.look(by, new ConsultationId(id)).orElseThrow(NotFound::new);
    }

    private static String back(UUID id) {
        return "redirect:/consultations/" + id;
    }
}
