package uk.anteroom.staffweb;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.Channel;
import uk.anteroom.patient.Patient;
import uk.anteroom.practice.StaffId;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.Checkbox;
import uk.anteroom.web.Complaint;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.SelectField;
import uk.anteroom.web.TextField;

/**
 * The form that invites a patient, the same on the Patient page and in a request.
 *
 * @param action where it is posted
 * @param request the request it answers, if any
 * @param email the patient's own address; null if there is none
 * @param needs null if nothing is recorded
 * @param clinician null where the clinician is who is signed in
 * @param optedOutOfEmail shown, with its own box to confirm, only where that opt-out is recorded
 */
public record InviteCard(
        String action,
        @Nullable String request,
        String firstName,
        @Nullable String email,
        @Nullable String mobile,
        @Nullable NeedsCard needs,
        Checkbox sms,
        TextField smsTo,
        @Nullable SelectField clinician,
        @Nullable String clinicianName,
        String practiceName,
        boolean optedOutOfEmail,
        boolean optedOutOfSms,
        Checkbox agreed,
        UUID formKey,
        long linkHours,
        boolean alreadyOpen,
        boolean restricted,
        List<Complaint> complaints) {

    static InviteCard of(
            Patient patient,
            @Nullable NeedsCard needs,
            StaffMember staff,
            List<StaffMember> clinicians,
            String practiceName,
            long linkHours,
            boolean alreadyOpen,
            @Nullable String request,
            InvitationForm form,
            @Nullable Complaints complaints) {
        String mobile = patient.mobile() == null ? null : patient.mobile().shown();
        String first = patient.givenName();
        String email = patient.email() == null ? null : patient.email().shown();
        return new InviteCard(
                "/patients/" + patient.id() + "/invitations",
                request,
                first,
                email,
                mobile,
                needs,
                new Checkbox(
                        "sms",
                        "Send as SMS",
                        "true",
                        email == null
                                ? first
                                        + (patient.restricted()
                                                ? " has a restricted record, so the link goes by text message to a number that you type."
                                                : " has no email address on the practice list, so the link goes by text message.")
                                : "The link goes by text message instead of email.",
                        at(complaints, "sms"),
                        form.sms()),
                TextField.of("smsTo", "Send as SMS to", "tel")
                        .hint(ownNumberStays(first, mobile))
                        .error(at(complaints, "smsTo"))
                        .value(form.smsTo())
                        .inputmode("tel")
                        .autocomplete("off"),
                staff.mayHoldConsultations() && clinicians.size() < 2
                        ? null
                        : clinicianChoice(clinicians, form, at(complaints, "clinician")),
                staff.mayHoldConsultations() && clinicians.size() < 2 ? staff.name() : null,
                practiceName,
                patient.optedOutOf(Channel.EMAIL),
                patient.optedOutOf(Channel.SMS),
                new Checkbox(
                        "agreed",
                        first + " has agreed to this invitation",
                        "true",
                        null,
                        at(complaints, "agreed"),
                        form.agreed()),
                form.formKey(),
                linkHours,
                alreadyOpen,
                patient.restricted(),
                complaints == null ? List.of() : complaints.all());
    }

    private static String ownNumberStays(String first, @Nullable String mobile) {
        return mobile == null
                ? "Used for this invitation only. It is not added to " + first + "’s details."
                : "Used for this invitation only. " + first + "’s own number, " + mobile + ", stays as it is.";
    }

    private static SelectField clinicianChoice(
            List<StaffMember> clinicians, InvitationForm form, @Nullable String error) {
        Stream<SelectField.Option> everybody = clinicians.stream()
                .map(clinician -> new SelectField.Option(
                        clinician.id().toString(),
                        clinician.name(),
                        form.clinician() != null && clinician.id().equals(new StaffId(form.clinician()))));
        return new SelectField(
                "clinician",
                "Clinician",
                null,
                error,
                Stream.concat(
                                Stream.of(new SelectField.Option("", "Choose a clinician", form.clinician() == null)),
                                everybody)
                        .toList());
    }

    private static @Nullable String at(@Nullable Complaints complaints, String field) {
        return complaints == null ? null : complaints.at(field);
    }
}
