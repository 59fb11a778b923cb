package uk.anteroom.accountweb;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import uk.anteroom.account.RegistrationDetails;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.DateField;
import uk.anteroom.web.SelectField;

/** What was typed by somebody who wants an account. */
record AccountRegisterForm(
        String given, String family, String day, String month, String year, String nhsNumber, String by) {

    private static final int LONGEST_NAME = 100;

    static AccountRegisterForm empty() {
        return new AccountRegisterForm("", "", "", "", "", "", Channel.SMS.name());
    }

    /** Null, and a complaint at each field that is not right. */
    @Nullable RegistrationDetails read(LocalDate today, Complaints complaints) {
        name("given", given, complaints);
        name("family", family, complaints);
        DateOfBirth born = complaints.valueOf("birth-day", DateOfBirth.read(day, month, year, today));
        Optional<NhsNumber> number = NhsNumber.read(nhsNumber);
        if (number.isEmpty()) {
            complaints.about("nhsNumber", "account.field.nhsNumber.wrong");
        }
        return complaints.any() || born == null
                ? null
                : new RegistrationDetails(given.strip(), family.strip(), born, number.orElseThrow(), channel());
    }

    private static void name(String field, String typed, Complaints complaints) {
        if (typed.isBlank() || typed.length() > LONGEST_NAME) {
            complaints.about(field, "account.field." + field + ".wrong");
        }
    }

    private Channel channel() {
        return by.equals(Channel.EMAIL.name()) ? Channel.EMAIL : Channel.SMS;
    }

    AccountRegisterPage page(AccountShell shell, AccountFields fields, Locale locale, Complaints complaints) {
        MessageSource messages = fields.messages();
        return new AccountRegisterPage(
                shell,
                shell.at("/register"),
                fields.field("given", "text", "given-name", given, locale, complaints),
                fields.field("family", "text", "family-name", family, locale, complaints),
                new DateField(
                        "birth",
                        messages.getMessage("birth.legend", null, locale),
                        messages.getMessage("birth.hint", null, locale),
                        complaints.at("birth-day"),
                        day,
                        month,
                        year,
                        true),
                fields.field("nhsNumber", "text", "off", nhsNumber, locale, complaints)
                        .hint(messages.getMessage("account.field.nhsNumber.hint", null, locale))
                        .inputmode("numeric")
                        .classes("nhsuk-input--width-10"),
                new SelectField(
                        "by",
                        messages.getMessage("account.field.by", null, locale),
                        messages.getMessage("account.field.by.hint", null, locale),
                        null,
                        List.of(
                                new SelectField.Option(
                                        Channel.SMS.name(),
                                        messages.getMessage("account.field.by.SMS", null, locale),
                                        channel() == Channel.SMS),
                                new SelectField.Option(
                                        Channel.EMAIL.name(),
                                        messages.getMessage("account.field.by.EMAIL", null, locale),
                                        channel() == Channel.EMAIL))),
                complaints.all());
    }
}
