package uk.anteroom.staffweb;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.LockedRequest;
import uk.anteroom.request.RequestId;
import uk.anteroom.request.Requests;
import uk.anteroom.web.NotFound;

/** Decides who on the list sent a locked request. What is looked for stands in no address. */
@Controller
class RequestSenderController {

    private final Requests requests;
    private final Patients patients;
    private final LockedRequestPages pages;

    RequestSenderController(Requests requests, Patients patients, LockedRequestPages pages) {
        this.requests = requests;
        this.patients = patients;
        this.pages = pages;
    }

    @PostMapping("/requests/{id}/find")
    ModelAndView find(StaffMember by, @PathVariable UUID id, @RequestParam(defaultValue = "") String find) {
        LockedRequest locked = requests.lookLocked(by, new RequestId(id)).orElseThrow(NotFound::new);
        return pages.finding(by, locked, find);
    }

    @PostMapping("/requests/{id}/patient")
    String match(StaffMember by, @PathVariable UUID id, @RequestParam UUID patient) {
        by.mustInvite();
        PatientId listed = patients.look(by, new PatientId(patient))
                .orElseThrow(NotFound::new)
                .id();
        boolean now = requests.match(by, new RequestId(id), listed);
        return "redirect:/requests/" + id + (now ? "" : "?told=" + Told.MATCHED);
    }
}
