package uk.anteroom.staffweb;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.anteroom.conversation.MessageKind;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.MobileNumbers;
import uk.anteroom.patient.Patient;
import uk.anteroom.web.Complaints;

/**
 * What somebody typed into the message form.
 *
 * @param kind null if none is chosen
 * @param sms whether the letter goes by text message
 * @param smsTo the number it goes to then, as typed
 * @param agreed whether an opt-out is confirmed away
 * @param files that were sent before, to be attached
 * @param formKey names this press of the button
 */
record MessageForm(
        @Nullable MessageKind kind,
        String text,
        boolean sms,
        String smsTo,
        boolean agreed,
        List<UUID> files,
        UUID formKey) {

    /**
     * The form as it is first shown: by email where there is an email, else by SMS to the patient's mobile.
     *
     * @param draft what was begun before; empty if nothing
     */
    static MessageForm fresh(Patient patient, String draft) {
        return new MessageForm(
                MessageKind.REPLY_REQUIRED,
                draft,
                patient.email() == null,
                patient.mobile() == null ? "" : patient.mobile().shown(),
                false,
                List.of(),
                UUID.randomUUID());
    }

    /** Where the letter is to go; null and a complaint at the field if that cannot be right. */
    @Nullable ContactPoint contact(Patient patient, MobileNumbers numbers, Complaints complaints) {
        if (sms) {
            return complaints.valueOf("messageSmsTo", numbers.read(smsTo));
        }
        if (patient.email() == null) {
            complaints.about("messageSms", "message.noEmail", patient.givenName());
        }
        return patient.email();
    }
}
