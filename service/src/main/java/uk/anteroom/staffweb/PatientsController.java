package uk.anteroom.staffweb;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.ShownTimes;

/** The practice list. */
@Controller
class PatientsController {

    private final Patients patients;
    private final ShownTimes times;

    PatientsController(Patients patients, ShownTimes times) {
        this.patients = patients;
        this.times = times;
    }

    @GetMapping("/patients")
    String list(
            StaffMember staff,
            Model model,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "1") int page) {
        model.addAttribute(
                "page",
                PatientsPage.of(search, patients.search(staff, search, page), times.today(), staff.mayInvite()));
        return "staff/patients";
    }
}
