package uk.anteroom.accountweb;

import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.account.AccountVisit;
import uk.anteroom.account.PasskeyQuestion;
import uk.anteroom.account.Proofs;
import uk.anteroom.account.Proving;
import uk.anteroom.web.Complaints;

/** Somebody who is signed in proves again who they are, before they change the ways into their account. */
@Controller
@RequestMapping("/account/security/proof")
class AccountProofController {

    private final Proofs proofs;
    private final AccountSecurityPages pages;
    private final AccountFields fields;

    AccountProofController(Proofs proofs, AccountSecurityPages pages, AccountFields fields) {
        this.proofs = proofs;
        this.pages = pages;
        this.fields = fields;
    }

    @PostMapping
    ModelAndView byPassword(AccountVisit visit, @RequestParam(defaultValue = "") String proof, Locale locale) {
        Complaints complaints = new Complaints(fields.messages(), locale);
        switch (proofs.byPassword(visit, proof)) {
            case PROVED -> {
                return new ModelAndView("redirect:/account/security?proved");
            }
            case WRONG -> complaints.about("proof", "account.field.password.wrong");
            case TOO_MANY -> complaints.about("proof", "account.signIn.wait");
        }
        return pages.show(visit, null, locale, complaints);
    }

    /** For the script: what is to be signed. */
    @PostMapping("/passkey/question")
    ResponseEntity<PasskeyQuestion> question(AccountVisit visit) {
        return ResponseEntity.ok(proofs.ask(visit));
    }

    /** For the script: 204 when it is proved, 422 for everything that is not right. */
    @PostMapping("/passkey")
    ResponseEntity<Void> byPasskey(AccountVisit visit, @RequestParam String answer) {
        return proofs.byPasskey(visit, answer) == Proving.PROVED
                ? ResponseEntity.noContent().build()
                : ResponseEntity.unprocessableContent().build();
    }
}
