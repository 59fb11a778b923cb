package uk.anteroom.staffweb;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.conversation.Drafts;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.PatientRequest;
import uk.anteroom.request.RequestId;
import uk.anteroom.request.Requests;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.NotFound;
import uk.anteroom.web.ShownTimes;

/** One request, and what can be done about it. */
@Controller
class RequestController {

    private final Requests requests;
    private final Patients patients;
    private final InviteCards cards;
    private final ConversationCards conversations;
    private final NeedsCards needs;
    private final Drafts drafts;
    private final Banners banners;
    private final ShownTimes times;

    RequestController(
            Requests requests,
            Patients patients,
            InviteCards cards,
            ConversationCards conversations,
            NeedsCards needs,
            Drafts drafts,
            Banners banners,
            ShownTimes times) {
        this.requests = requests;
        this.patients = patients;
        this.cards = cards;
        this.conversations = conversations;
        this.needs = needs;
        this.drafts = drafts;
        this.banners = banners;
        this.times = times;
    }

    @GetMapping("/requests/{id}")
    ModelAndView request(
            StaffMember staff,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String video,
            @RequestParam(required = false) @Nullable String invite,
            @RequestParam(required = false) @Nullable String messages) {
        PatientRequest request = requests.look(staff, new RequestId(id)).orElseThrow(NotFound::new);
        Patient patient = patients.look(staff, request.patient()).orElseThrow(NotFound::new);
        if (messages != null && staff.mayInvite()) {
            return writing(staff, request, patient, MessageForm.fresh(patient, drafts.of(staff, patient.id())), null);
        }
        InvitationForm form = invite == null ? null : InvitationForm.fresh(patient, staff);
        return page(staff, request, patient, video != null || invite != null, form, null);
    }

    /** The page, on the tab {@code Video} or not, with the form open or not. */
    ModelAndView page(
            StaffMember staff,
            PatientRequest request,
            Patient patient,
            boolean video,
            @Nullable InvitationForm form,
            @Nullable Complaints complaints) {
        InviteCard invite = form == null || patient.notInvitable().isPresent()
                ? null
                : cards.card(staff, patient, request.id().toString(), form, complaints);
        RequestPage.Tab tab = video ? RequestPage.Tab.VIDEO : RequestPage.Tab.DETAILS;
        return page(staff, request, patient, tab, invite, null, complaints);
    }

    /** The page on the tab {@code Messages}, with what was typed and what is wrong about it. */
    ModelAndView writing(
            StaffMember staff,
            PatientRequest request,
            Patient patient,
            MessageForm form,
            @Nullable Complaints complaints) {
        MessageCard write = patient.notInvitable().isPresent()
                ? null
                : conversations.form(staff, patient, request.id(), form, complaints);
        return page(staff, request, patient, RequestPage.Tab.MESSAGES, null, write, complaints);
    }

    private ModelAndView page(
            StaffMember staff,
            PatientRequest request,
            Patient patient,
            RequestPage.Tab tab,
            @Nullable InviteCard invite,
            @Nullable MessageCard write,
            @Nullable Complaints complaints) {
        ModelAndView page = new ModelAndView("staff/request");
        page.addObject(
                "page",
                RequestPage.of(
                        banners.of(staff, patient),
                        request,
                        patient,
                        tab,
                        needs.inviting(staff, patient),
                        invite,
                        write,
                        staff.mayInvite() ? conversations.with(staff, patient, request.id()) : null,
                        times));
        if (complaints != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }
}
