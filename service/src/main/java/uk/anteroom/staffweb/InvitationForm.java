package uk.anteroom.staffweb;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.MobileNumbers;
import uk.anteroom.patient.Patient;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.Complaints;

/**
 * What somebody typed into the invitation form.
 *
 * @param sms whether {@code Send as SMS} is ticked
 * @param smsTo what stands in {@code Send as SMS to}
 * @param clinician the id chosen, or nothing
 * @param agreed whether an opt-out is confirmed away
 * @param formKey names this press of the button
 */
record InvitationForm(boolean sms, String smsTo, @Nullable UUID clinician, boolean agreed, UUID formKey) {

    /** The form as it is first shown: by email where there is an email, else by SMS to the patient's mobile. */
    static InvitationForm fresh(Patient patient, StaffMember staff) {
        return new InvitationForm(
                patient.email() == null,
                patient.mobile() == null ? "" : patient.mobile().shown(),
                staff.mayHoldConsultations() ? staff.id().value() : null,
                false,
                UUID.randomUUID());
    }

    /** Where the invitation is to go; null and a complaint at the field if that cannot be right. */
    @Nullable ContactPoint contact(Patient patient, MobileNumbers numbers, Complaints complaints) {
        if (sms) {
            return complaints.valueOf("smsTo", numbers.read(smsTo));
        }
        if (patient.email() == null) {
            complaints.about("sms", "invite.noEmail", patient.givenName());
        }
        return patient.email();
    }

    Channel channel() {
        return sms ? Channel.SMS : Channel.EMAIL;
    }
}
