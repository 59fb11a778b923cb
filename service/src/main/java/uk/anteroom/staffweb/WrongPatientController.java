package uk.anteroom.staffweb;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.guard.WrongPatientGuard;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.NotFound;

/** Whether the clinical system has the consultation's patient open: the bar of the call by itself, and how it is settled. */
@Controller
@RequestMapping("/consultations/{id}/record-check")
class WrongPatientController {

    private final Consultations consultations;
    private final WrongPatientGuard guard;
    private final WrongPatient wrongPatient;

    WrongPatientController(Consultations consultations, WrongPatientGuard guard, WrongPatient wrongPatient) {
        this.consultations = consultations;
        this.guard = guard;
        this.wrongPatient = wrongPatient;
    }

    @GetMapping
    ModelAndView check(StaffMember by, @PathVariable UUID id) {
        by.mustHoldConsultations();
        return new ModelAndView("staff/wrong-patient").addObject("bar", wrongPatient.bar(by, find(by, id)));
    }

    /** Both were looked at, and the consultation's patient is right. */
    @PostMapping
    String settle(StaffMember by, @PathVariable UUID id, @RequestParam String event) {
        guard.settle(by, find(by, id), event);
        return "redirect:/consultations/" + id;
    }

    private Consultation find(StaffMember by, UUID id) {
        return consultations.find(by.practice(), new ConsultationId(id)).orElseThrow(NotFound::new);
    }
}
