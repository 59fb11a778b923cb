package uk.anteroom.accountweb;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.account.AccountVisit;
import uk.anteroom.account.Accounts;
import uk.anteroom.account.NewPassword;
import uk.anteroom.account.Passkey;
import uk.anteroom.account.PasskeyId;
import uk.anteroom.account.PasskeyQuestion;
import uk.anteroom.account.Passkeys;
import uk.anteroom.account.PasswordRules;
import uk.anteroom.account.PatientAccount;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.NotFound;
import uk.anteroom.web.ShownTimes;

/** The ways into an account: its password and its passkeys. */
@Controller
@RequestMapping("/account/security")
class AccountSecurityController {

    private final Accounts accounts;
    private final Passkeys passkeys;
    private final PasswordRules rules;
    private final AccountPlace place;
    private final AccountFields fields;
    private final ShownTimes times;

    AccountSecurityController(
            Accounts accounts,
            Passkeys passkeys,
            PasswordRules rules,
            AccountPlace place,
            AccountFields fields,
            ShownTimes times) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.rules = rules;
        this.place = place;
        this.fields = fields;
        this.times = times;
    }

    @GetMapping
    ModelAndView page(
            AccountVisit visit,
            @RequestParam(required = false) @Nullable String changed,
            @RequestParam(required = false) @Nullable String added,
            @RequestParam(required = false) @Nullable String last,
            Locale locale) {
        String note = changed != null
                ? "account.security.changed"
                : added != null ? "account.security.added" : last != null ? "account.security.last" : null;
        return shown(visit, note, locale, new Complaints(fields.messages(), locale));
    }

    @PostMapping("/password")
    ModelAndView change(
            AccountVisit visit,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String newPassword,
            Locale locale) {
        Complaints complaints = new Complaints(fields.messages(), locale);
        EmailAddress email = account(visit).email();
        NewPassword fresh =
                complaints.valueOf("newPassword", rules.read(visit.practice(), visit.holder(), email, newPassword));
        if (fresh != null) {
            switch (accounts.changePassword(visit, password, fresh)) {
                case CHANGED -> {
                    return new ModelAndView("redirect:/account/security?changed");
                }
                case WRONG -> complaints.about("password", "account.field.password.wrong");
                case TOO_MANY -> complaints.about("password", "account.signIn.wait");
            }
        }
        return shown(visit, null, locale, complaints);
    }

    /** For the script: what the device makes a passkey for. */
    @PostMapping("/passkeys/question")
    ResponseEntity<PasskeyQuestion> question(AccountVisit visit) {
        return ResponseEntity.ok(passkeys.askForNew(visit));
    }

    /** For the script: 204 when it is kept, 422 for everything that is not right. */
    @PostMapping("/passkeys")
    ResponseEntity<Void> add(
            AccountVisit visit, @RequestParam String answer, @RequestParam(defaultValue = "") String name) {
        return passkeys.add(visit, answer, name)
                ? ResponseEntity.noContent().build()
                : ResponseEntity.unprocessableContent().build();
    }

    @PostMapping("/passkeys/{passkey}/removal")
    String remove(AccountVisit visit, @PathVariable UUID passkey) {
        return passkeys.remove(visit, new PasskeyId(passkey))
                ? "redirect:/account/security?changed"
                : "redirect:/account/security?last";
    }

    private PatientAccount account(AccountVisit visit) {
        return accounts.find(visit.practice(), visit.holder()).orElseThrow(NotFound::new);
    }

    private ModelAndView shown(AccountVisit visit, @Nullable String note, Locale locale, Complaints complaints) {
        PatientAccount account = account(visit);
        EmailAddress email = account.email();
        List<AccountSecurityPage.Row> rows =
                passkeys.of(visit).stream().map(passkey -> row(passkey, locale)).toList();
        ModelAndView view = new ModelAndView(
                "account/security",
                "page",
                new AccountSecurityPage(
                        AccountShell.of(place.practice(visit)),
                        note,
                        email == null ? null : email.shown(),
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
