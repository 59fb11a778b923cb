package uk.anteroom.staffweb;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.Closed;
import uk.anteroom.request.Closing;
import uk.anteroom.request.Closings;
import uk.anteroom.request.LockedRequest;
import uk.anteroom.request.NotTold;
import uk.anteroom.request.PatientRequest;
import uk.anteroom.request.RequestId;
import uk.anteroom.request.Requests;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.NotFound;

/** Completes a request, rejects it, or opens it again. Whoever comes second is told who was first. */
@Controller
class RequestClosingController {

    private final Closings closings;
    private final Requests requests;
    private final Patients patients;
    private final RequestPages pages;
    private final LockedRequestPages lockedPages;
    private final MessageSource words;

    RequestClosingController(
            Closings closings,
            Requests requests,
            Patients patients,
            RequestPages pages,
            LockedRequestPages lockedPages,
            MessageSource words) {
        this.closings = closings;
        this.requests = requests;
        this.patients = patients;
        this.pages = pages;
        this.lockedPages = lockedPages;
        this.words = words;
    }

    @PostMapping("/requests/{id}/complete")
    String complete(StaffMember by, @PathVariable UUID id) {
        return after(id, closings.complete(by, new RequestId(id)));
    }

    @PostMapping("/requests/{id}/reopen")
    String reopen(StaffMember by, @PathVariable UUID id) {
        closings.reopen(by, new RequestId(id));
        return "redirect:/requests/" + id;
    }

    @PostMapping("/requests/{id}/reject")
    ModelAndView reject(
            StaffMember by,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String rejectWords) {
        by.mustInvite();
        RejectionForm form =
                new RejectionForm(reason, rejectWords.replace("\r\n", "\n").strip());
        Complaints complaints = new Complaints(words, Locale.UK);
        Closing.Reason chosen = form.reason(complaints);
        if (chosen != null && !complaints.any()) {
            try {
                return new ModelAndView(after(id, closings.reject(by, new RequestId(id), chosen, form.words())));
            } catch (NotTold e) {
                complaints.about("reason", "request.reject.notTold");
            }
        }
        return again(by, new RequestId(id), form, complaints);
    }

    private static String after(UUID id, Optional<Closed> closed) {
        boolean now = closed.orElseThrow(NotFound::new).now();
        return "redirect:/requests/" + id + (now ? "" : "?told=" + Told.CLOSED);
    }

    private ModelAndView again(StaffMember by, RequestId id, RejectionForm form, Complaints complaints) {
        Optional<LockedRequest> locked = requests.lookLocked(by, id);
        if (locked.isPresent()) {
            return lockedPages.rejecting(by, locked.get(), form, complaints);
        }
        PatientRequest request = requests.look(by, id).orElseThrow(NotFound::new);
        Patient patient = patients.look(by, request.patient()).orElseThrow(NotFound::new);
        return pages.rejecting(by, request, patient, form, complaints);
    }
}
