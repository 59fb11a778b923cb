package uk.anteroom.accountweb;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.account.AccountVisit;
import uk.anteroom.account.Accounts;
import uk.anteroom.account.Passkey;
import uk.anteroom.account.Passkeys;
import uk.anteroom.account.PatientAccount;
import uk.anteroom.account.Proofs;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.NotFound;
import uk.anteroom.web.ShownTimes;

/** Shows the ways into an account. What changes them is offered to whoever proved lately who they are; anybody else is asked to prove it first. */
@Component
class AccountSecurityPages {

    private final Accounts accounts;
    private final Passkeys passkeys;
    private final Proofs proofs;
    private final AccountPlace place;
    private final AccountFields fields;
    private final ShownTimes times;

    AccountSecurityPages(
            Accounts accounts,
            Passkeys passkeys,
            Proofs proofs,
            AccountPlace place,
            AccountFields fields,
            ShownTimes times) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.proofs = proofs;
        this.place = place;
        this.fields = fields;
        this.times = times;
    }

    /** {@code note} is a key of the message files; null for nothing. */
    ModelAndView show(AccountVisit visit, @Nullable String note, Locale locale, Complaints complaints) {
        PatientAccount account = accounts.find(visit.practice(), visit.holder()).orElseThrow(NotFound::new);
        EmailAddress email = account.email();
        boolean proved = proofs.lately(visit);
        List<AccountSecurityPage.Row> rows =
                passkeys.of(visit).stream().map(passkey -> row(passkey, locale)).toList();
        ModelAndView view = new ModelAndView(
                "account/security",
                "page",
                new AccountSecurityPage(
                        AccountShell.of(place.practice(visit)),
                        note,
                        email == null ? null : email.shown(),
                        proved,
                        account.hasPassword() ? fields.proof(locale, complaints) : null,
                        account.hasPassword() ? fields.password(locale, complaints) : null,
                        fields.newPassword(locale, complaints),
                        rows,
                        complaints.all()));
        if (complaints.any()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private AccountSecurityPage.Row row(Passkey passkey, Locale locale) {
        String made = times.dayAndTime(passkey.createdAt());
        String about = passkey.usedAt() == null
                ? fields.messages().getMessage("account.security.passkey.new", new Object[] {made}, locale)
                : fields.messages()
                        .getMessage(
                                "account.security.passkey.used",
                                new Object[] {made, times.dayAndTime(passkey.usedAt())},
                                locale);
        return new AccountSecurityPage.Row(passkey.id().toString(), passkey.name(), about);
    }
}
