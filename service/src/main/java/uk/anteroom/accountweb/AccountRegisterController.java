package uk.anteroom.accountweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.account.NewPassword;
import uk.anteroom.account.Opening;
import uk.anteroom.account.PasskeyQuestion;
import uk.anteroom.account.Passkeys;
import uk.anteroom.account.PasswordRules;
import uk.anteroom.account.RegistrationDetails;
import uk.anteroom.account.Registrations;
import uk.anteroom.account.Registrations.Registrant;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.DeviceKey;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.Reading;
import uk.anteroom.patient.Claim;
import uk.anteroom.practice.Practice;
import uk.anteroom.web.ClientAddress;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.KeyCookie;
import uk.anteroom.web.SelectField;

/** Opens an account: who are you, which code did we send you, how do you want to sign in? Until the code is right, nothing tells whether anybody is meant. */
@Controller
@RequestMapping("/p/{code}/register")
class AccountRegisterController {

    private final Registrations registrations;
    private final Passkeys passkeys;
    private final PasswordRules rules;
    private final AccountPlace place;
    private final AccountFields fields;
    private final AccountCodePages codePages;
    private final Clock clock;

    AccountRegisterController(
            Registrations registrations,
            Passkeys passkeys,
            PasswordRules rules,
            AccountPlace place,
            AccountFields fields,
            AccountCodePages codePages,
            Clock clock) {
        this.registrations = registrations;
        this.passkeys = passkeys;
        this.rules = rules;
        this.place = place;
        this.fields = fields;
        this.codePages = codePages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView form(@PathVariable String code, Locale locale) {
        return asked(place.practice(code), AccountClaimForm.empty(), Channel.SMS, locale, complaints(locale));
    }

    @PostMapping
    ModelAndView ask(
            @PathVariable String code,
            @ModelAttribute AccountClaimForm form,
            @RequestParam(defaultValue = "") String by,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        Practice practice = place.practice(code);
        Complaints complaints = complaints(locale);
        Channel channel = by.equals(Channel.EMAIL.name()) ? Channel.EMAIL : Channel.SMS;
        Claim who = form.read("account.field", LocalDate.now(clock), complaints);
        if (who == null) {
            return asked(practice, form, channel, locale, complaints);
        }
        Optional<DeviceKey> key =
                registrations.ask(practice.id(), new RegistrationDetails(who, channel), ClientAddress.of(request));
        if (key.isEmpty()) {
            complaints.about("given", "account.code.tooMany", practice.telephone());
            return asked(practice, form, channel, locale, complaints);
        }
        KeyCookie.CODE.write(response, key.get());
        return new ModelAndView("redirect:/p/" + practice.publicCode() + "/register/code");
    }

    @GetMapping("/code")
    ModelAndView code(@PathVariable String code, Locale locale) {
        return codePages.show(place.practice(code), "/register", locale, complaints(locale));
    }

    @PostMapping("/code")
    ModelAndView check(
            @PathVariable("code") String practiceCode,
            @RequestParam(name = "code", defaultValue = "") String typed,
            HttpServletRequest request,
            Locale locale) {
        return codePages.check(place.practice(practiceCode), "/register", "/way", typed, request, locale);
    }

    @GetMapping("/way")
    ModelAndView way(@PathVariable String code, HttpServletRequest request, Locale locale) {
        Practice practice = place.practice(code);
        return registrant(practice, request)
                .map(who -> who.hasAccount()
                        ? new ModelAndView("account/there-is-one", "page", AccountShell.of(practice))
                        : chosen(practice, "", locale, complaints(locale)))
                .orElseGet(() -> again(practice));
    }

    @PostMapping("/way")
    ModelAndView open(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String newPassword,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        Practice practice = place.practice(code);
        Optional<Registrant> who = registrant(practice, request);
        if (who.isEmpty()) {
            return again(practice);
        }
        Complaints complaints = complaints(locale);
        EmailAddress address = complaints.valueOf("email", EmailAddress.read(email));
        NewPassword password = address == null
                ? null
                : complaints.valueOf(
                        "newPassword", rules.read(practice.id(), who.get().patient(), address, newPassword));
        if (address == null || password == null) {
            return chosen(practice, email, locale, complaints);
        }
        Opening opening = registrations.open(key(request).orElseThrow(), address, password, place.caller(request));
        return switch (opening) {
            case Opening.In(var keys) -> {
                place.enter(response, keys);
                KeyCookie.CODE.erase(response);
                yield new ModelAndView("redirect:/account?opened");
            }
            case Opening.ThereIsOne one -> new ModelAndView("account/there-is-one", "page", AccountShell.of(practice));
            case Opening.NameTaken taken -> {
                complaints.about("email", "account.field.email.taken");
                yield chosen(practice, email, locale, complaints);
            }
            case Opening.Over over -> again(practice);
        };
    }

    /** For the script: what the device makes a passkey for. 422 for an address that is none. */
    @PostMapping("/passkey/question")
    ResponseEntity<PasskeyQuestion> question(
            @PathVariable String code, @RequestParam(defaultValue = "") String email, HttpServletRequest request) {
        Practice practice = place.practice(code);
        if (!(EmailAddress.read(email) instanceof Reading.Right<EmailAddress>(EmailAddress address))) {
            return ResponseEntity.unprocessableContent().build();
        }
        return registrant(practice, request)
                .flatMap(who -> passkeys.askForFirst(key(request).orElseThrow(), address))
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.status(HttpStatus.GONE).build());
    }

    /** For the script: 204 when the account is open, 409 if the address is taken, 410 if the code or the question is over. */
    @PostMapping("/passkey")
    ResponseEntity<Void> open(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String email,
            @RequestParam String answer,
            HttpServletRequest request,
            HttpServletResponse response) {
        Practice practice = place.practice(code);
        if (registrant(practice, request).isEmpty()
                || !(EmailAddress.read(email) instanceof Reading.Right<EmailAddress>(EmailAddress address))) {
            return ResponseEntity.status(HttpStatus.GONE).build();
        }
        var caller = place.caller(request);
        return switch (passkeys.open(key(request).orElseThrow(), address, answer, caller.device(), caller)) {
            case Opening.In(var keys) -> {
                place.enter(response, keys);
                KeyCookie.CODE.erase(response);
                yield ResponseEntity.noContent().build();
            }
            case Opening.NameTaken taken ->
                ResponseEntity.status(HttpStatus.CONFLICT).build();
            case Opening.ThereIsOne one ->
                ResponseEntity.status(HttpStatus.GONE).build();
            case Opening.Over over -> ResponseEntity.status(HttpStatus.GONE).build();
        };
    }

    private Optional<Registrant> registrant(Practice practice, HttpServletRequest request) {
        return key(request)
                .flatMap(registrations::registrant)
                .filter(who -> who.practice().equals(practice.id()));
    }

    private static Optional<DeviceKey> key(HttpServletRequest request) {
        return KeyCookie.CODE.read(request);
    }

    private static ModelAndView again(Practice practice) {
        return new ModelAndView("redirect:/p/" + practice.publicCode() + "/register");
    }

    private Complaints complaints(Locale locale) {
        return new Complaints(fields.messages(), locale);
    }

    private ModelAndView asked(
            Practice practice, AccountClaimForm form, Channel by, Locale locale, Complaints complaints) {
        AccountShell shell = AccountShell.of(practice);
        MessageSource messages = fields.messages();
        List<SelectField.Option> ways = Stream.of(Channel.SMS, Channel.EMAIL)
                .map(way -> new SelectField.Option(
                        way.name(), messages.getMessage("account.field.by." + way, null, locale), way == by))
                .toList();
        return shown(
                "account/register",
                new AccountRegisterPage(
                        shell,
                        shell.at("/register"),
                        form.own(fields, locale, complaints),
                        new SelectField(
                                "by",
                                messages.getMessage("account.field.by", null, locale),
                                messages.getMessage("account.field.by.hint", null, locale),
                                null,
                                ways),
                        complaints.all()),
                complaints);
    }

    private ModelAndView chosen(Practice practice, @Nullable String typed, Locale locale, Complaints complaints) {
        AccountShell shell = AccountShell.of(practice);
        return shown(
                "account/way",
                new AccountFormPage(
                        shell,
                        shell.at("/register"),
                        false,
                        null,
                        List.of(
                                fields.email(typed == null ? "" : typed, locale, complaints)
                                        .hint(fields.messages().getMessage("account.field.email.hint", null, locale)),
                                fields.newPassword(locale, complaints)),
                        complaints.all()),
                complaints);
    }

    private static ModelAndView shown(String template, Object page, Complaints complaints) {
        ModelAndView view = new ModelAndView(template, "page", page);
        if (complaints.any()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
