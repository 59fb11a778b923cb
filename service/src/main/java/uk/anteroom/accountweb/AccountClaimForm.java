package uk.anteroom.accountweb;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.kernel.Postcode;
import uk.anteroom.patient.Claim;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.DateField;
import uk.anteroom.web.TextField;

/** What was typed by somebody who says who they are, or for whom they want to act. */
record AccountClaimForm(
        String given, String family, String day, String month, String year, String nhsNumber, String postcode) {

    private static final int LONGEST_NAME = 100;

    /** A page that was opened before we asked for postcodes sends none. */
    AccountClaimForm {
        postcode = Objects.requireNonNullElse(postcode, "");
    }

    static AccountClaimForm empty() {
        return new AccountClaimForm("", "", "", "", "", "", "");
    }

    /** Null, and a complaint at each field that is not right; {@code about} begins the keys of what is said about names. */
    @Nullable Claim read(String about, LocalDate today, Complaints complaints) {
        name(about, "given", given, complaints);
        name(about, "family", family, complaints);
        DateOfBirth born = complaints.valueOf("birth-day", DateOfBirth.read(day, month, year, today));
        NhsNumber number = NhsNumber.read(nhsNumber).orElse(null);
        if (number == null && !nhsNumber.isBlank()) {
            complaints.about("nhsNumber", "account.field.nhsNumber.wrong");
        }
        Postcode where = postcode.isBlank() ? null : complaints.valueOf("postcode", Postcode.read(postcode));
        if (nhsNumber.isBlank() && postcode.isBlank()) {
            complaints.about("postcode", "account.field.postcode.needed");
        }
        return complaints.any() || born == null ? null : new Claim(given.strip(), family.strip(), born, number, where);
    }

    private static void name(String about, String field, String typed, Complaints complaints) {
        if (typed.isBlank() || typed.length() > LONGEST_NAME) {
            complaints.about(field, about + "." + field + ".wrong");
        }
    }

    /** The fields, for somebody who says who they are. */
    Shown own(AccountFields fields, Locale locale, Complaints complaints) {
        return shown(true, "birth.legend", fields, locale, complaints);
    }

    /** The fields, for somebody who says whom they mean; the browser does not know that. */
    Shown anothers(AccountFields fields, Locale locale, Complaints complaints) {
        return shown(false, "account.carers.born", fields, locale, complaints);
    }

    private Shown shown(boolean own, String legend, AccountFields fields, Locale locale, Complaints complaints) {
        MessageSource messages = fields.messages();
        String place = own ? "account.field.postcode.hint" : "account.carers.postcode.hint";
        return new Shown(
                fields.field("given", "text", own ? "given-name" : "off", given, locale, complaints),
                fields.field("family", "text", own ? "family-name" : "off", family, locale, complaints),
                new DateField(
                        "birth",
                        messages.getMessage(legend, null, locale),
                        messages.getMessage("birth.hint", null, locale),
                        complaints.at("birth-day"),
                        day,
                        month,
                        year,
                        own),
                fields.field("nhsNumber", "text", "off", nhsNumber, locale, complaints)
                        .hint(messages.getMessage("account.field.nhsNumber.hint", null, locale))
                        .inputmode("numeric")
                        .classes("nhsuk-input--width-10"),
                fields.field("postcode", "text", own ? "postal-code" : "off", postcode, locale, complaints)
                        .hint(messages.getMessage(place, null, locale))
                        .classes("nhsuk-input--width-10"));
    }

    /** Its fields, as a page shows them. */
    record Shown(TextField given, TextField family, DateField birth, TextField nhsNumber, TextField postcode) {}
}
