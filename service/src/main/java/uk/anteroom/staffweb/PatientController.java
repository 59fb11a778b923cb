package uk.anteroom.staffweb;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.Requests;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.NotFound;
import uk.anteroom.web.ShownTimes;

/** The Patient page. */
@Controller
class PatientController {

    private final Patients patients;
    private final Requests requests;
    private final Consultations consultations;
    private final InviteCards cards;
    private final Banners banners;
    private final ShownTimes times;

    PatientController(
            Patients patients,
            Requests requests,
            Consultations consultations,
            InviteCards cards,
            Banners banners,
            ShownTimes times) {
        this.patients = patients;
        this.requests = requests;
        this.consultations = consultations;
        this.cards = cards;
        this.banners = banners;
        this.times = times;
    }

    @GetMapping("/patients/{id}")
    ModelAndView patient(
            StaffMember staff, @PathVariable UUID id, @RequestParam(required = false) @Nullable String video) {
        Patient patient = patients.look(staff, new PatientId(id)).orElseThrow(NotFound::new);
        return page(staff, patient, video != null, InvitationForm.fresh(patient, staff), null);
    }

    /** The page with a form on it: a fresh one, or what was typed with what is wrong about it. */
    ModelAndView page(
            StaffMember staff, Patient patient, boolean video, InvitationForm form, @Nullable Complaints complaints) {
        boolean may = staff.mayInvite() && patient.notInvitable().isEmpty();
        InviteCard invite = may ? cards.card(staff, patient, null, form, complaints) : null;
        ModelAndView page = new ModelAndView("staff/patient");
        page.addObject(
                "page",
                PatientPage.of(
                        banners.of(staff, patient),
                        patient,
                        staff.mayInvite() ? requests.ofPatient(staff.practice(), patient.id()) : List.of(),
                        staff.mayInvite() ? consultations.ofPatient(staff.practice(), patient.id()) : List.of(),
                        video,
                        staff.mayInvite(),
                        invite,
                        times));
        if (complaints != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }
}
