package uk.anteroom.staffweb;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.conversation.Drafts;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.LockedRequest;
import uk.anteroom.request.PatientRequest;
import uk.anteroom.request.RequestId;
import uk.anteroom.request.Requests;
import uk.anteroom.web.NotFound;

/** One request, and what can be done about it. */
@Controller
class RequestController {

    private final Requests requests;
    private final Patients patients;
    private final Drafts drafts;
    private final RequestPages pages;
    private final LockedRequestPages lockedPages;

    RequestController(
            Requests requests, Patients patients, Drafts drafts, RequestPages pages, LockedRequestPages lockedPages) {
        this.requests = requests;
        this.patients = patients;
        this.drafts = drafts;
        this.pages = pages;
        this.lockedPages = lockedPages;
    }

    /**
     * The page.
     *
     * @param told the key of what came of the last press
     */
    @GetMapping("/requests/{id}")
    ModelAndView request(
            StaffMember staff,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String video,
            @RequestParam(required = false) @Nullable String invite,
            @RequestParam(required = false) @Nullable String messages,
            @RequestParam(required = false) @Nullable String notes,
            @RequestParam(required = false) @Nullable String history,
            @RequestParam(required = false) @Nullable String told) {
        RequestId request = new RequestId(id);
        Optional<LockedRequest> locked = requests.lookLocked(staff, request);
        if (locked.isPresent()) {
            return lockedPages.page(staff, locked.get(), Told.read(told));
        }
        PatientRequest found = requests.look(staff, request).orElseThrow(NotFound::new);
        Patient patient = patients.look(staff, found.patient()).orElseThrow(NotFound::new);
        if (messages != null) {
            return pages.writing(
                    staff, found, patient, MessageForm.fresh(patient, drafts.of(staff, patient.id())), null);
        }
        if (invite != null) {
            return pages.inviting(staff, found, patient, InvitationForm.fresh(patient, staff), null);
        }
        RequestPage.Tab tab = video != null
                ? RequestPage.Tab.VIDEO
                : notes != null
                        ? RequestPage.Tab.NOTES
                        : history != null ? RequestPage.Tab.HISTORY : RequestPage.Tab.REQUEST;
        return pages.page(staff, found, patient, tab, Told.read(told));
    }
}
