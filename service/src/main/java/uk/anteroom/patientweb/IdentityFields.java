package uk.anteroom.patientweb;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.anteroom.web.Checkbox;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.DateField;
import uk.anteroom.web.TextField;

/** The fields that ask whoever holds a link who they are. */
@Component
class IdentityFields {

    private final MessageSource messages;

    IdentityFields(MessageSource messages) {
        this.messages = messages;
    }

    DateField birth(String day, String month, String year, Locale locale, Complaints complaints) {
        return new DateField(
                "birth",
                messages.getMessage("birth.legend", null, locale),
                messages.getMessage("birth.hint", null, locale),
                complaints.at("birth-day"),
                day,
                month,
                year,
                true);
    }

    /** The agreement that goes with a date of birth; {@code label} is a key of the message files. */
    Checkbox consent(String label, boolean given, Locale locale, Complaints complaints) {
        return new Checkbox(
                "consent", messages.getMessage(label, null, locale), "true", null, complaints.at("consent"), given);
    }

    TextField email(String typed, Locale locale, Complaints complaints) {
        return TextField.of("email", messages.getMessage("account.email", null, locale), "email")
                .value(typed)
                .error(complaints.at("email"))
                .autocomplete("username");
    }

    TextField password(Locale locale) {
        return TextField.of("password", messages.getMessage("account.password", null, locale), "password")
                .autocomplete("current-password");
    }
}
