package uk.anteroom.accountweb;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.account.AccountVisit;
import uk.anteroom.account.Accounts;
import uk.anteroom.account.NewPassword;
import uk.anteroom.account.PasskeyId;
import uk.anteroom.account.PasskeyQuestion;
import uk.anteroom.account.Passkeys;
import uk.anteroom.account.PasswordRules;
import uk.anteroom.account.PatientAccount;
import uk.anteroom.account.Proofs;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.web.Complaints;

/** The ways into an account: its password and its passkeys. */
@Controller
@RequestMapping("/account/security")
class AccountSecurityController {

    /** What may stand behind the question mark, and ends a key of the message files. */
    private static final List<String> NOTES = List.of("changed", "added", "last", "proved", "unproved");

    private static final String UNPROVED = "redirect:/account/security?unproved";

    private final Accounts accounts;
    private final Passkeys passkeys;
    private final Proofs proofs;
    private final PasswordRules rules;
    private final AccountSecurityPages pages;
    private final AccountFields fields;

    AccountSecurityController(
            Accounts accounts,
            Passkeys passkeys,
            Proofs proofs,
            PasswordRules rules,
            AccountSecurityPages pages,
            AccountFields fields) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.proofs = proofs;
        this.rules = rules;
        this.pages = pages;
        this.fields = fields;
    }

    @GetMapping
    ModelAndView page(AccountVisit visit, @RequestParam MultiValueMap<String, String> asked, Locale locale) {
        String note = NOTES.stream()
                .filter(asked::containsKey)
                .findFirst()
                .map(found -> "account.security." + found)
                .orElse(null);
        return pages.show(visit, note, locale, new Complaints(fields.messages(), locale));
    }

    @PostMapping("/password")
    ModelAndView change(
            AccountVisit visit,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String newPassword,
            Locale locale) {
        Complaints complaints = new Complaints(fields.messages(), locale);
        EmailAddress email = accounts.find(visit.practice(), visit.holder())
                .map(PatientAccount::email)
                .orElse(null);
        NewPassword fresh =
                complaints.valueOf("newPassword", rules.read(visit.practice(), visit.holder(), email, newPassword));
        if (fresh != null) {
            switch (accounts.changePassword(visit, password, fresh)) {
                case CHANGED -> {
                    return new ModelAndView("redirect:/account/security?changed");
                }
                case NOT_PROVED -> {
                    return new ModelAndView(UNPROVED);
                }
                case WRONG -> complaints.about("password", "account.field.password.wrong");
                case TOO_MANY -> complaints.about("password", "account.signIn.wait");
            }
        }
        return pages.show(visit, null, locale, complaints);
    }

    /** For the script: what the device makes a passkey for; 403 for whoever has to prove first who they are. */
    @PostMapping("/passkeys/question")
    ResponseEntity<PasskeyQuestion> question(AccountVisit visit) {
        return proofs.lately(visit)
                ? ResponseEntity.ok(passkeys.askForNew(visit))
                : ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }

    /** For the script: 204 when it is kept, 403 as above, 422 for everything else that is not right. */
    @PostMapping("/passkeys")
    ResponseEntity<Void> add(
            AccountVisit visit, @RequestParam String answer, @RequestParam(defaultValue = "") String name) {
        return switch (passkeys.add(visit, answer, name)) {
            case DONE -> ResponseEntity.noContent().build();
            case REFUSED -> ResponseEntity.unprocessableContent().build();
            case NOT_PROVED -> ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        };
    }

    @PostMapping("/passkeys/{passkey}/removal")
    String remove(AccountVisit visit, @PathVariable UUID passkey) {
        return switch (passkeys.remove(visit, new PasskeyId(passkey))) {
            case DONE -> "redirect:/account/security?changed";
            case REFUSED -> "redirect:/account/security?last";
            case NOT_PROVED -> UNPROVED;
        };
    }
}
