package uk.anteroom.staffweb;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.invitation.Invitations;
import uk.anteroom.invitation.Sending;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.MobileNumbers;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffId;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.PatientRequest;
import uk.anteroom.request.RequestId;
import uk.anteroom.request.Requests;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.NotFound;

/** Receives the invitation form, wherever it was shown. What cannot be right comes back at its field with nothing lost. */
@Controller
class InvitationsController {

    private final Patients patients;
    private final Requests requests;
    private final Invitations invitations;
    private final Staff staff;
    private final MobileNumbers numbers;
    private final MessageSource messages;
    private final PatientController patientPage;
    private final RequestPages requestPage;

    InvitationsController(
            Patients patients,
            Requests requests,
            Invitations invitations,
            Staff staff,
            MobileNumbers numbers,
            MessageSource messages,
            PatientController patientPage,
            RequestPages requestPage) {
        this.patients = patients;
        this.requests = requests;
        this.invitations = invitations;
        this.staff = staff;
        this.numbers = numbers;
        this.messages = messages;
        this.patientPage = patientPage;
        this.requestPage = requestPage;
    }

    @PostMapping("/patients/{id}/invitations")
    ModelAndView send(
            StaffMember by,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean sms,
            @RequestParam(defaultValue = "") String smsTo,
            @RequestParam(defaultValue = "") String clinician,
            @RequestParam(defaultValue = "false") boolean agreed,
            @RequestParam UUID formKey,
            @RequestParam(required = false) @Nullable UUID request) {
        by.mustInvite();
        Patient patient = patients.look(by, new PatientId(id)).orElseThrow(NotFound::new);
        Optional<PatientRequest> answered = Optional.ofNullable(request)
                .map(asked -> requests.look(by, new RequestId(asked))
                        .filter(found -> found.patient().equals(patient.id()))
                        .orElseThrow(NotFound::new));
        Optional<StaffMember> holder = clinician(by, clinician);
        InvitationForm form = new InvitationForm(
                sms, smsTo, holder.map(found -> found.id().value()).orElse(null), agreed, formKey);
        Complaints complaints = new Complaints(messages, Locale.UK);
        ContactPoint to = form.contact(patient, numbers, complaints);
        if (holder.isEmpty()) {
            complaints.about("clinician", "invite.noClinician");
        }
        if (to != null && !complaints.any()) {
            Sending sending = invitations.send(
                    by,
                    patient,
                    holder.orElseThrow().id(),
                    answered.map(PatientRequest::id).orElse(null),
                    to,
                    agreed,
                    formKey);
            switch (sending) {
                case Sending.Sent sent -> {
                    return new ModelAndView("redirect:/consultations/" + sent.consultation());
                }
                case Sending.OptedOut optedOut -> complaints.about("agreed", "invite.optedOut", patient.givenName());
                case Sending.NotInvited notInvited -> {
                    // the page says why, in the place of the form
                    return new ModelAndView("redirect:/patients/" + patient.id() + "?video");
                }
                case Sending.TooMany tooMany -> complaints.about(sms ? "smsTo" : "sms", "invite.tooMany");
            }
        }
        return answered.map(found -> requestPage.inviting(by, found, patient, form, complaints))
                .orElseGet(() -> patientPage.inviting(by, patient, form, complaints));
    }

    private Optional<StaffMember> clinician(StaffMember by, String chosen) {
        if (chosen.isEmpty()) {
            return Optional.of(by).filter(StaffMember::mayHoldConsultations);
        }
        try {
            return staff.find(by.practice(), new StaffId(UUID.fromString(chosen)))
                    .filter(StaffMember::mayHoldConsultations);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
