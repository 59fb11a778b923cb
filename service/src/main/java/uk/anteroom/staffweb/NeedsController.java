package uk.anteroom.staffweb;

import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.needs.Needs;
import uk.anteroom.needs.PatientNeeds;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.NotFound;

/** Records what a patient needs so that we understand each other. */
@Controller
class NeedsController {

    private final Patients patients;
    private final PatientNeeds needs;
    private final MessageSource messages;
    private final PatientController patientPage;

    NeedsController(Patients patients, PatientNeeds needs, MessageSource messages, PatientController patientPage) {
        this.patients = patients;
        this.needs = needs;
        this.messages = messages;
        this.patientPage = patientPage;
    }

    @PostMapping("/patients/{id}/needs")
    ModelAndView record(
            StaffMember by,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean largePrint,
            @RequestParam(defaultValue = "false") boolean signLanguage,
            @RequestParam(defaultValue = "false") boolean interpreter,
            @RequestParam(defaultValue = "") String language) {
        by.mustInvite();
        Patient patient = patients.look(by, new PatientId(id)).orElseThrow(NotFound::new);
        NeedsForm form = new NeedsForm(largePrint, signLanguage, interpreter, language);
        Complaints complaints = new Complaints(messages, Locale.UK);
        Needs read = form.read(needs.of(by.practice(), patient.id()).language(), complaints);
        if (read == null) {
            return patientPage.recording(by, patient, form, complaints);
        }
        needs.record(by, patient.id(), read);
        return new ModelAndView("redirect:/patients/" + patient.id());
    }
}
