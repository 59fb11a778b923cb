package uk.anteroom.accountweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.account.SignIns;
import uk.anteroom.account.SigningIn;
import uk.anteroom.nhslogin.NhsLogins;
import uk.anteroom.practice.Practice;
import uk.anteroom.web.Complaints;

/** Where patients of a practice sign in. */
@Controller
@RequestMapping("/p/{code}/sign-in")
class AccountSignInController {

    private final SignIns signIns;
    private final NhsLogins nhsLogins;
    private final AccountPlace place;
    private final AccountFields fields;

    AccountSignInController(SignIns signIns, NhsLogins nhsLogins, AccountPlace place, AccountFields fields) {
        this.signIns = signIns;
        this.nhsLogins = nhsLogins;
        this.place = place;
        this.fields = fields;
    }

    @GetMapping
    ModelAndView page(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String ended,
            @RequestParam(name = "signed-out", required = false) @Nullable String signedOut,
            HttpServletRequest request,
            Locale locale) {
        Practice practice = place.practice(code);
        if (place.visit(request)
                .filter(visit -> visit.practice().equals(practice.id()))
                .isPresent()) {
            return new ModelAndView("redirect:/account");
        }
        String note = ended != null ? "account.signIn.ended" : signedOut != null ? "account.signIn.signedOut" : null;
        return shown(practice, "", note, locale, new Complaints(fields.messages(), locale));
    }

    @PostMapping
    ModelAndView signIn(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        Practice practice = place.practice(code);
        Complaints complaints = new Complaints(fields.messages(), locale);
        return switch (signIns.byPassword(practice.id(), email, password, place.caller(request))) {
            case SigningIn.Passed keys -> {
                place.enter(response, keys);
                yield new ModelAndView("redirect:/account");
            }
            case SigningIn.Refused refused -> {
                complaints.about("email", "account.signIn.refused");
                yield shown(practice, email, null, locale, complaints);
            }
            case SigningIn.Wait wait -> {
                complaints.about("email", "account.signIn.wait");
                yield shown(practice, email, null, locale, complaints);
            }
        };
    }

    private ModelAndView shown(
            Practice practice, String typed, @Nullable String note, Locale locale, Complaints complaints) {
        AccountShell shell = AccountShell.of(practice);
        ModelAndView view = new ModelAndView(
                "account/sign-in",
                "page",
                new AccountFormPage(
                        shell,
                        shell.at("/sign-in"),
                        nhsLogins.offered(),
                        note,
                        List.of(
                                fields.email(typed, locale, complaints),
                                fields.password(locale, complaints).error(null)),
                        complaints.all()));
        if (complaints.any()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
