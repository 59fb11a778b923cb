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
import uk.anteroom.conversation.Drafts;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.needs.Needs;
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
    private final ConversationCards conversations;
    private final NeedsCards needs;
    private final CarerRows carers;
    private final Drafts drafts;
    private final Banners banners;
    private final ShownTimes times;
    private final PracticeTransactions transactions;

    PatientController(
            Patients patients,
            Requests requests,
            Consultations consultations,
            InviteCards cards,
            ConversationCards conversations,
            NeedsCards needs,
            CarerRows carers,
            Drafts drafts,
            Banners banners,
            ShownTimes times,
            PracticeTransactions transactions) {
        this.patients = patients;
        this.requests = requests;
        this.consultations = consultations;
        this.cards = cards;
        this.conversations = conversations;
        this.needs = needs;
        this.carers = carers;
        this.drafts = drafts;
        this.banners = banners;
        this.times = times;
        this.transactions = transactions;
    }

    @GetMapping("/patients/{id}")
    ModelAndView patient(
            StaffMember staff,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String video,
            @RequestParam(required = false) @Nullable String message) {
        PatientPage.Act act = video != null
                ? PatientPage.Act.VIDEO
                : message != null ? PatientPage.Act.MESSAGE : PatientPage.Act.NONE;
        // said after the commit: that somebody looked for a patient who is not there is in the audit trail, too
        return transactions
                .in(
                        staff.practice(),
                        () -> patients.look(staff, new PatientId(id))
                                .map(patient -> page(
                                        staff, patient, act, InvitationForm.fresh(patient, staff), null, null, null)))
                .orElseThrow(NotFound::new);
    }

    /** The page with what was typed into the invitation form, and what is wrong about it. */
    ModelAndView inviting(StaffMember staff, Patient patient, InvitationForm form, Complaints complaints) {
        return page(staff, patient, PatientPage.Act.VIDEO, form, null, null, complaints);
    }

    /** The same of the message form; nothing may be wrong about it. */
    ModelAndView writing(StaffMember staff, Patient patient, MessageForm form, @Nullable Complaints complaints) {
        return page(
                staff, patient, PatientPage.Act.MESSAGE, InvitationForm.fresh(patient, staff), form, null, complaints);
    }

    /** The same of the form that records needs. */
    ModelAndView recording(StaffMember staff, Patient patient, NeedsForm form, Complaints complaints) {
        return page(staff, patient, PatientPage.Act.NONE, InvitationForm.fresh(patient, staff), null, form, complaints);
    }

    private MessageForm draft(StaffMember staff, Patient patient) {
        return MessageForm.fresh(patient, staff.mayInvite() ? drafts.of(staff, patient.id()) : "");
    }

    private ModelAndView page(
            StaffMember staff,
            Patient patient,
            PatientPage.Act act,
            InvitationForm invitation,
            @Nullable MessageForm message,
            @Nullable NeedsForm recorded,
            @Nullable Complaints complaints) {
        ModelAndView page = new ModelAndView("staff/patient");
        page.addObject(
                "page",
                transactions.in(
                        staff.practice(), () -> of(staff, patient, act, invitation, message, recorded, complaints)));
        if (complaints != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    private PatientPage of(
            StaffMember staff,
            Patient patient,
            PatientPage.Act act,
            InvitationForm invitation,
            @Nullable MessageForm message,
            @Nullable NeedsForm recorded,
            @Nullable Complaints complaints) {
        boolean may = staff.mayInvite() && patient.notInvitable().isEmpty();
        Needs needed = needs.of(staff, patient);
        return PatientPage.of(
                banners.of(staff, patient),
                patient,
                staff.mayInvite() ? carers.of(staff, patient.id()) : List.of(),
                needs.panel(staff, needed, patient, recorded, complaints),
                staff.mayInvite() ? requests.ofPatient(staff.practice(), patient.id()) : List.of(),
                staff.mayInvite() ? consultations.ofPatient(staff.practice(), patient.id()) : List.of(),
                act,
                staff.mayInvite(),
                may
                        ? cards.card(
                                staff,
                                patient,
                                needed,
                                null,
                                invitation,
                                act == PatientPage.Act.VIDEO ? complaints : null)
                        : null,
                may
                        ? conversations.form(
                                staff,
                                patient,
                                needed,
                                null,
                                message == null ? draft(staff, patient) : message,
                                act == PatientPage.Act.MESSAGE ? complaints : null)
                        : null,
                staff.mayInvite() ? conversations.with(staff, patient, null) : null,
                times);
    }
}
