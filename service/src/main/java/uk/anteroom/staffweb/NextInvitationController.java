package uk.anteroom.staffweb;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.invitation.Invitation;
import uk.anteroom.invitation.Invitations;
import uk.anteroom.invitation.Sending;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.MobileNumbers;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.NotFound;

/** Another invitation in the place of one that does not get through, in one press beside the step where it stopped. */
@Controller
@RequestMapping("/consultations/{id}/invitations/{invitation}")
class NextInvitationController {

    private final Consultations consultations;
    private final Invitations invitations;
    private final Patients patients;
    private final MobileNumbers numbers;
    private final ConsultationPages pages;
    private final CallBacks callBacks;
    private final MessageSource messages;

    NextInvitationController(
            Consultations consultations,
            Invitations invitations,
            Patients patients,
            MobileNumbers numbers,
            ConsultationPages pages,
            CallBacks callBacks,
            MessageSource messages) {
        this.consultations = consultations;
        this.invitations = invitations;
        this.patients = patients;
        this.numbers = numbers;
        this.pages = pages;
        this.callBacks = callBacks;
        this.messages = messages;
    }

    /** {@code Send as SMS too}, {@code Send as email too}: to the contact on the list. */
    @PostMapping("/other-channel")
    String byOtherChannel(
            StaffMember by, @PathVariable UUID id, @PathVariable UUID invitation, @RequestParam UUID formKey) {
        by.mustInvite();
        Consultation consultation = consultation(by, id);
        Patient patient = patient(by, consultation);
        Channel other = NextStep.other(invitation(by, consultation, invitation));
        return patient.contact(other)
                .map(to -> send(by, consultation, patient, to, formKey))
                .orElse("redirect:/patients/" + patient.id() + "?video");
    }

    /** {@code Send a new invitation}, to the place of one that was closed. */
    @PostMapping("/renewal")
    String renew(StaffMember by, @PathVariable UUID id, @PathVariable UUID invitation, @RequestParam UUID formKey) {
        by.mustInvite();
        Consultation consultation = consultation(by, id);
        ContactPoint to = invitation(by, consultation, invitation).to();
        return send(by, consultation, patient(by, consultation), to, formKey);
    }

    /** {@code Fix address}, {@code Fix number}. What cannot be right comes back at its field. */
    @PostMapping("/correction")
    ModelAndView correct(
            StaffMember by,
            @PathVariable UUID id,
            @PathVariable UUID invitation,
            @RequestParam UUID formKey,
            @RequestParam Map<String, String> fields) {
        by.mustInvite();
        Consultation consultation = consultation(by, id);
        Channel channel = invitation(by, consultation, invitation).to().channel();
        String typed = Objects.requireNonNullElse(fields.get("to-" + invitation), "");
        Complaints complaints = new Complaints(messages, Locale.UK);
        ContactPoint to = channel == Channel.EMAIL
                ? complaints.valueOf("to", EmailAddress.read(typed))
                : complaints.valueOf("to", numbers.read(typed));
        if (to != null) {
            return new ModelAndView(send(by, consultation, patient(by, consultation), to, formKey));
        }
        String complaint = Objects.requireNonNullElse(complaints.at("to"), "");
        ModelAndView page = new ModelAndView("staff/consultation", HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("page", pages.open(by, consultation, new NextStep.Correction(invitation, typed, complaint)));
        return page.addObject("callback", callBacks.of(consultation));
    }

    private String send(StaffMember by, Consultation consultation, Patient patient, ContactPoint to, UUID formKey) {
        String back = "redirect:/consultations/" + consultation.id();
        return switch (invitations.send(
                by, patient, consultation.clinician(), consultation.request(), to, false, formKey)) {
            case Sending.Sent(ConsultationId sent, var unused) -> "redirect:/consultations/" + sent;
            case Sending.OptedOut optedOut -> "redirect:/patients/" + patient.id() + "?video";
            case Sending.NotInvited notInvited -> "redirect:/patients/" + patient.id() + "?video";
            case Sending.TooMany tooMany -> back + "?problem=too-many";
        };
    }

    private Consultation consultation(StaffMember by, UUID id) {
        return consultations
                .find(by.practice(), new ConsultationId(id))
                .filter(found -> found.state().open())
                .orElseThrow(NotFound::new);
    }

    private Invitation invitation(StaffMember by, Consultation consultation, UUID id) {
        return invitations.of(by, consultation.id()).stream()
                .filter(found -> found.id().value().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Patient patient(StaffMember by, Consultation consultation) {
        return patients.look(by, consultation.patient()).orElseThrow(NotFound::new);
    }
}
