package uk.anteroom.accountweb;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.account.CodeCheck;
import uk.anteroom.account.Registrations;
import uk.anteroom.practice.Practice;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.KeyCookie;

/** Asks for the code that was sent, if one was: the page is the same for everybody. */
@Component
class AccountCodePages {

    private final Registrations registrations;
    private final AccountFields fields;

    AccountCodePages(Registrations registrations, AccountFields fields) {
        this.registrations = registrations;
        this.fields = fields;
    }

    /** {@code under} is {@code /register} or {@code /recover}. */
    ModelAndView show(Practice practice, String under, Locale locale, Complaints complaints) {
        AccountShell shell = AccountShell.of(practice);
        ModelAndView view = new ModelAndView(
                "account/code",
                "page",
                new AccountFormPage(
                        shell,
                        shell.at(under),
                        false,
                        "account.code.sent" + under.replace('/', '.'),
                        List.of(fields.code(locale, complaints)),
                        complaints.all()));
        if (complaints.any()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    /** Leads on to {@code next} when the code is right. */
    ModelAndView check(
            Practice practice, String under, String next, String typed, HttpServletRequest request, Locale locale) {
        CodeCheck check = KeyCookie.CODE
                .read(request)
                .map(key -> registrations.check(key, typed))
                .orElse(CodeCheck.OVER);
        Complaints complaints = new Complaints(fields.messages(), locale);
        return switch (check) {
            case RIGHT -> new ModelAndView("redirect:/p/" + practice.publicCode() + under + next);
            case WRONG -> {
                complaints.about("code", "account.code.wrong");
                yield show(practice, under, locale, complaints);
            }
            case OVER -> {
                complaints.about("code", "account.code.over", practice.telephone());
                yield show(practice, under, locale, complaints);
            }
        };
    }
}
