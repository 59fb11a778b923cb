package uk.anteroom.staffweb;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.anteroom.conversation.MessageKind;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.MobileNumbers;
import uk.anteroom.messagetemplate.Filling;
import uk.anteroom.messagetemplate.MessageTemplate;
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
 * @param template the one that was put into the text just now; null if none
 * @param formKey names this press of the button
 */
record MessageForm(
        @Nullable MessageKind kind,
        String text,
        boolean sms,
        String smsTo,
        boolean agreed,
        List<UUID> files,
        @Nullable MessageTemplate template,
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
                null,
                UUID.randomUUID());
    }

    /** The same with a template below what was typed, and its kind chosen. */
    MessageForm with(MessageTemplate added, Filling filling) {
        String filled = added.text().filled(filling);
        return new MessageForm(
                added.kind(),
                text.isBlank() ? filled : text.stripTrailing() + "\n\n" + filled,
                sms,
                smsTo,
                agreed,
                files,
                added,
                formKey);
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
