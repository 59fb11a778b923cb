package uk.anteroom.accountweb;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.TextField;

/** The fields that several pages of an account have. */
@Component
class AccountFields {

    private final MessageSource messages;

    AccountFields(MessageSource messages) {
        this.messages = messages;
    }

    MessageSource messages() {
        return messages;
    }

    /** A field whose label is {@code account.field.ID}. */
    TextField field(String id, String type, String autocomplete, String typed, Locale locale, Complaints complaints) {
        return TextField.of(id, messages.getMessage("account.field." + id, null, locale), type)
                .value(typed)
                .error(complaints.at(id))
                .autocomplete(autocomplete);
    }

    TextField email(String typed, Locale locale, Complaints complaints) {
        return field("email", "email", "username", typed, locale, complaints);
    }

    TextField password(Locale locale, Complaints complaints) {
        return field("password", "password", "current-password", "", locale, complaints);
    }

    /** The password once more, beside a form that asks for it too. */
    TextField proof(Locale locale, Complaints complaints) {
        return field("proof", "password", "current-password", "", locale, complaints);
    }

    TextField newPassword(Locale locale, Complaints complaints) {
        return field("newPassword", "password", "new-password", "", locale, complaints)
                .hint(messages.getMessage("account.field.newPassword.hint", null, locale));
    }

    TextField code(Locale locale, Complaints complaints) {
        return field("code", "text", "one-time-code", "", locale, complaints)
                .hint(messages.getMessage("account.field.code.hint", null, locale))
                .inputmode("numeric")
                .classes("nhsuk-input--width-10");
    }
}
