package uk.anteroom.staffweb;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.anteroom.carer.CareId;
import uk.anteroom.carer.CareLevel;
import uk.anteroom.carer.Carers;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.NotFound;

/** The practice says who may act for a patient. */
@Controller
@RequestMapping("/patients/{id}/carers/{care}")
class PatientCarersController {

    private final Patients patients;
    private final Carers carers;

    PatientCarersController(Patients patients, Carers carers) {
        this.patients = patients;
        this.carers = carers;
    }

    @PostMapping("/decision")
    String decide(
            StaffMember by,
            @PathVariable UUID id,
            @PathVariable UUID care,
            @RequestParam boolean yes,
            @RequestParam(defaultValue = "false") boolean write) {
        by.mustInvite();
        Patient patient = patients.look(by, new PatientId(id)).orElseThrow(NotFound::new);
        if (yes) {
            carers.approve(by, patient.id(), new CareId(care), level(write));
        } else {
            carers.refuse(by, patient.id(), new CareId(care));
        }
        return "redirect:/patients/" + patient.id() + "#carers";
    }

    @PostMapping("/level")
    String let(
            StaffMember by,
            @PathVariable UUID id,
            @PathVariable UUID care,
            @RequestParam(defaultValue = "false") boolean write) {
        by.mustInvite();
        Patient patient = patients.look(by, new PatientId(id)).orElseThrow(NotFound::new);
        carers.let(by, patient.id(), new CareId(care), level(write));
        return "redirect:/patients/" + patient.id() + "#carers";
    }

    private static CareLevel level(boolean write) {
        return write ? CareLevel.READ_AND_WRITE : CareLevel.READ;
    }

    @PostMapping("/end")
    String end(StaffMember by, @PathVariable UUID id, @PathVariable UUID care) {
        by.mustInvite();
        Patient patient = patients.look(by, new PatientId(id)).orElseThrow(NotFound::new);
        carers.end(by, patient.id(), new CareId(care));
        return "redirect:/patients/" + patient.id() + "#carers";
    }
}
