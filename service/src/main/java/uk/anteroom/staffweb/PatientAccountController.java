package uk.anteroom.staffweb;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import uk.anteroom.account.Accounts;
import uk.anteroom.account.Recoveries;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.NotFound;

/** What staff can do about a patient's account: help them back into it, or close it. */
@Controller
@RequestMapping("/patients/{id}/account")
class PatientAccountController {

    private final Patients patients;
    private final Accounts accounts;
    private final Recoveries recoveries;

    PatientAccountController(Patients patients, Accounts accounts, Recoveries recoveries) {
        this.patients = patients;
        this.accounts = accounts;
        this.recoveries = recoveries;
    }

    @PostMapping("/recovery")
    String recover(StaffMember by, @PathVariable UUID id) {
        by.mustInvite();
        Patient patient = patients.look(by, new PatientId(id)).orElseThrow(NotFound::new);
        boolean sent = recoveries.send(by, patient.id());
        return "redirect:/patients/" + patient.id() + (sent ? "?recoverySent" : "?recoveryNowhere") + "#account";
    }

    @PostMapping("/closing")
    String close(StaffMember by, @PathVariable UUID id) {
        by.mustInvite();
        Patient patient = patients.look(by, new PatientId(id)).orElseThrow(NotFound::new);
        accounts.close(by, patient.id());
        return "redirect:/patients/" + patient.id();
    }
}
