package uk.anteroom.accountweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.account.NewPassword;
import uk.anteroom.account.PasswordRules;
import uk.anteroom.account.Recoveries;
import uk.anteroom.account.Recoveries.Holder;
import uk.anteroom.account.SigningIn;
import uk.anteroom.kernel.DeviceKey;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.practice.Practice;
import uk.anteroom.web.ClientAddress;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.KeyCookie;
import uk.anteroom.web.NotFound;
import uk.anteroom.web.TextField;

/** Brings back whoever cannot sign in: by a code to an address we trust, or by a link that staff sent. */
@Controller
@RequestMapping("/p/{code}/recover")
class AccountRecoverController {

    private final Recoveries recoveries;
    private final PasswordRules rules;
    private final AccountPlace place;
    private final AccountFields fields;
    private final AccountCodePages codePages;

    AccountRecoverController(
            Recoveries recoveries,
            PasswordRules rules,
            AccountPlace place,
            AccountFields fields,
            AccountCodePages codePages) {
        this.recoveries = recoveries;
        this.rules = rules;
        this.place = place;
        this.fields = fields;
        this.codePages = codePages;
    }

    @GetMapping
    ModelAndView form(@PathVariable String code, Locale locale) {
        return asked(place.practice(code), "", locale, complaints(locale));
    }

    @PostMapping
    ModelAndView ask(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        Practice practice = place.practice(code);
        Complaints complaints = complaints(locale);
        EmailAddress address = complaints.valueOf("email", EmailAddress.read(email));
        if (address == null) {
            return asked(practice, email, locale, complaints);
        }
        Optional<DeviceKey> key = recoveries.ask(practice.id(), address, ClientAddress.of(request));
        if (key.isEmpty()) {
            complaints.about("email", "account.code.tooMany", practice.telephone());
            return asked(practice, email, locale, complaints);
        }
        KeyCookie.CODE.write(response, key.get());
        return new ModelAndView("redirect:/p/" + practice.publicCode() + "/recover/code");
    }

    @GetMapping("/code")
    ModelAndView code(@PathVariable String code, Locale locale) {
        return codePages.show(place.practice(code), "/recover", locale, complaints(locale));
    }

    @PostMapping("/code")
    ModelAndView check(
            @PathVariable("code") String practiceCode,
            @RequestParam(name = "code", defaultValue = "") String typed,
            HttpServletRequest request,
            Locale locale) {
        return codePages.check(place.practice(practiceCode), "/recover", "/password", typed, request, locale);
    }

    /** The link that staff sent. Looking changes nothing: programs that read letters look, too. */
    @GetMapping("/{link:[a-z]{3,4}[0-9A-Za-z]{22}}")
    ModelAndView link(@PathVariable String code, @PathVariable String link) {
        Practice practice = place.practice(code);
        boolean usable = DeviceKey.read(link)
                .filter(key -> key.publicCode().equals(practice.publicCode()))
                .filter(recoveries::usable)
                .isPresent();
        if (!usable) {
            throw new NotFound();
        }
        AccountShell shell = AccountShell.of(practice);
        return new ModelAndView(
                "account/link",
                "page",
                new AccountFormPage(shell, shell.at("/recover/" + link), false, null, List.of(), List.of()));
    }

    @PostMapping("/{link:[a-z]{3,4}[0-9A-Za-z]{22}}")
    ModelAndView press(@PathVariable String code, @PathVariable String link, HttpServletResponse response) {
        Practice practice = place.practice(code);
        DeviceKey key = DeviceKey.read(link)
                .filter(read -> read.publicCode().equals(practice.publicCode()))
                .filter(recoveries::press)
                .orElseThrow(NotFound::new);
        KeyCookie.CODE.write(response, key);
        return new ModelAndView("redirect:/p/" + practice.publicCode() + "/recover/password");
    }

    @GetMapping("/password")
    ModelAndView password(@PathVariable String code, HttpServletRequest request, Locale locale) {
        Practice practice = place.practice(code);
        return holder(practice, request)
                .map(who -> fresh(practice, locale, complaints(locale)))
                .orElseGet(() -> again(practice));
    }

    @PostMapping("/password")
    ModelAndView finish(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String newPassword,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        Practice practice = place.practice(code);
        Optional<Holder> who = holder(practice, request);
        if (who.isEmpty()) {
            return again(practice);
        }
        Complaints complaints = complaints(locale);
        NewPassword password = complaints.valueOf(
                "newPassword",
                rules.read(practice.id(), who.get().patient(), who.get().email(), newPassword));
        if (password == null) {
            return fresh(practice, locale, complaints);
        }
        DeviceKey key = KeyCookie.CODE.read(request).orElseThrow();
        if (recoveries.finish(key, password, place.caller(request)) instanceof SigningIn.Passed keys) {
            place.enter(response, keys);
            KeyCookie.CODE.erase(response);
            return new ModelAndView("redirect:/account?recovered");
        }
        return again(practice);
    }

    private Optional<Holder> holder(Practice practice, HttpServletRequest request) {
        return KeyCookie.CODE
                .read(request)
                .flatMap(recoveries::holder)
                .filter(who -> who.practice().equals(practice.id()));
    }

    private static ModelAndView again(Practice practice) {
        return new ModelAndView("redirect:/p/" + practice.publicCode() + "/recover");
    }

    private Complaints complaints(Locale locale) {
        return new Complaints(fields.messages(), locale);
    }

    private ModelAndView asked(Practice practice, String typed, Locale locale, Complaints complaints) {
        return shown(practice, "account/recover", fields.email(typed, locale, complaints), complaints);
    }

    private ModelAndView fresh(Practice practice, Locale locale, Complaints complaints) {
        return shown(practice, "account/new-password", fields.newPassword(locale, complaints), complaints);
    }

    private static ModelAndView shown(Practice practice, String template, TextField field, Complaints complaints) {
        AccountShell shell = AccountShell.of(practice);
        ModelAndView view = new ModelAndView(
                template,
                "page",
                new AccountFormPage(shell, shell.at("/recover"), false, null, List.of(field), complaints.all()));
        if (complaints.any()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
