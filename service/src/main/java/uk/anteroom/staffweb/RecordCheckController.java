package uk.anteroom.staffweb;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.NotFound;

/** The record check of a patient's pages by itself, for pages that are open when the clinical system goes on to somebody else. */
@Controller
class RecordCheckController {

    private final Patients patients;
    private final Banners banners;

    RecordCheckController(Patients patients, Banners banners) {
        this.patients = patients;
        this.banners = banners;
    }

    @GetMapping("/patients/{id}/record-check")
    String check(StaffMember by, @PathVariable UUID id, Model model) {
        model.addAttribute(
                "patient",
                patients.find(by.practice(), new PatientId(id))
                        .map(patient -> banners.of(by, patient))
                        .orElseThrow(NotFound::new));
        return "layout/record-check";
    }
}
