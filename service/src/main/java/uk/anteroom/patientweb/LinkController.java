package uk.anteroom.patientweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.invitation.IdentityCheck;
import uk.anteroom.invitation.IdentityChecks;
import uk.anteroom.invitation.LinkToken;
import uk.anteroom.invitation.Visit;
import uk.anteroom.invitation.Visits;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.DeviceKey;
import uk.anteroom.kernel.KernelSettings;
import uk.anteroom.web.Checkbox;
import uk.anteroom.web.ClientAddress;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.DateField;
import uk.anteroom.web.QrCode;
import uk.anteroom.web.TextField;

/** The patient's link. Opening it changes nothing, however often and by whatever it is opened. */
@Controller
@RequestMapping("/v/{link}")
class LinkController {

    private final Visits visits;
    private final IdentityChecks checks;
    private final SignedIn signedIn;
    private final IdentityFields fields;
    private final Scanners scanners;
    private final UnusablePages unusable;
    private final MessageSource messages;
    private final Clock clock;
    private final KernelSettings settings;

    LinkController(
            Visits visits,
            IdentityChecks checks,
            SignedIn signedIn,
            IdentityFields fields,
            Scanners scanners,
            UnusablePages unusable,
            MessageSource messages,
            Clock clock,
            KernelSettings settings) {
        this.visits = visits;
        this.checks = checks;
        this.signedIn = signedIn;
        this.fields = fields;
        this.scanners = scanners;
        this.unusable = unusable;
        this.messages = messages;
        this.clock = clock;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView open(
            @PathVariable String link,
            @RequestParam(required = false) @Nullable String asked,
            HttpServletRequest request,
            Locale locale) {
        Optional<LinkToken> token = LinkToken.read(link);
        Optional<Visit> visit = token.flatMap(visits::open);
        if (visit.isEmpty()) {
            return asked == null ? unusable.ofPatient(token) : unusable.asked(token);
        }
        if (boundTo(visit.get(), request)) {
            return new ModelAndView("redirect:/visit");
        }
        return checks.needsAccount(visit.get())
                ? signIn(link, visit.get(), "", request, locale, new Complaints(messages, locale))
                : ask(link, visit.get(), "", "", "", false, locale, new Complaints(messages, locale));
    }

    /** The link itself as a square for another telephone's camera. Its holder knows it already. */
    @GetMapping(path = "/square", produces = "image/svg+xml")
    ResponseEntity<String> square(@PathVariable String link) {
        return LinkToken.read(link)
                .filter(token -> visits.open(token).isPresent())
                .map(token ->
                        ResponseEntity.ok(QrCode.of(settings.at("/v/" + link)).svg()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** A person has the page in front of them; said by the page's script, which some scanners run too. */
    @PostMapping("/opening")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(
            @PathVariable String link,
            @RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String userAgent) {
        if (!scanners.knows(userAgent)) {
            LinkToken.read(link).ifPresent(visits::seen);
        }
    }

    @PostMapping("/identity")
    ModelAndView identity(
            @PathVariable String link,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "false") boolean consent,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        Optional<LinkToken> token = LinkToken.read(link);
        Optional<Visit> visit = token.flatMap(visits::open).filter(found -> !checks.needsAccount(found));
        if (visit.isEmpty()) {
            return unusable.ofPatient(token);
        }
        Complaints complaints = new Complaints(messages, locale);
        DateOfBirth birth = complaints.valueOf("birth-day", DateOfBirth.read(day, month, year, LocalDate.now(clock)));
        if (!consent) {
            complaints.about("consent", "consent.missing");
        }
        if (birth == null || complaints.any()) {
            return ask(link, visit.get(), day, month, year, consent, locale, complaints);
        }
        return switch (checks.byBirth(token.orElseThrow(), birth, ClientAddress.of(request))) {
            case IdentityCheck.Passed(DeviceKey device) -> enter(response, device);
            case IdentityCheck.Failed(int left)
            when left > 0 -> {
                complaints.about("birth-day", left == 1 ? "birth.wrong.last" : "birth.wrong", left);
                yield ask(link, visit.get(), day, month, year, true, locale, complaints);
            }
            case IdentityCheck.Failed failed -> unusable.ofPatient(token);
            case IdentityCheck.Refused refused -> unusable.ofPatient(token);
            case IdentityCheck.TooMany tooMany -> {
                complaints.about(
                        "birth-day", "birth.tooMany", visit.get().practice().telephone());
                yield ask(link, visit.get(), day, month, year, true, locale, complaints);
            }
        };
    }

    @PostMapping("/account")
    ModelAndView account(
            @PathVariable String link,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        Optional<LinkToken> token = LinkToken.read(link);
        Optional<Visit> visit = token.flatMap(visits::open).filter(checks::needsAccount);
        if (visit.isEmpty()) {
            return unusable.ofPatient(token);
        }
        IdentityCheck check = checks.byAccount(token.orElseThrow(), email, password, ClientAddress.of(request));
        return answer(check, link, visit.get(), email, request, response, locale);
    }

    /** Somebody who is signed in goes on with one press. */
    @PostMapping("/signed-in")
    ModelAndView signedIn(
            @PathVariable String link, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        Optional<LinkToken> token = LinkToken.read(link);
        Optional<Visit> visit = token.flatMap(visits::open).filter(checks::needsAccount);
        if (visit.isEmpty()) {
            return unusable.ofPatient(token);
        }
        return signedIn.at(visit.get().practice(), request)
                .map(account -> checks.byVisit(token.orElseThrow(), account, ClientAddress.of(request)))
                .map(check -> answer(check, link, visit.get(), "", request, response, locale))
                .orElseGet(() -> new ModelAndView("redirect:/v/" + link));
    }

    private ModelAndView answer(
            IdentityCheck check,
            String link,
            Visit visit,
            String email,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        Complaints complaints = new Complaints(messages, locale);
        return switch (check) {
            case IdentityCheck.Passed(DeviceKey device) -> enter(response, device);
            case IdentityCheck.Failed failed -> {
                complaints.about("email", "account.refused");
                yield signIn(link, visit, email, request, locale, complaints);
            }
            case IdentityCheck.TooMany tooMany -> {
                complaints.about("email", "birth.tooMany", visit.practice().telephone());
                yield signIn(link, visit, email, request, locale, complaints);
            }
            case IdentityCheck.Refused refused -> unusable.ofPatient(LinkToken.read(link));
        };
    }

    private boolean boundTo(Visit visit, HttpServletRequest request) {
        return DeviceCookie.PATIENT
                .read(request)
                .flatMap(visits::of)
                .filter(bound ->
                        bound.invitation().id().equals(visit.invitation().id()))
                .isPresent();
    }

    private static ModelAndView enter(HttpServletResponse response, DeviceKey device) {
        DeviceCookie.PATIENT.write(response, device);
        return new ModelAndView("redirect:/visit");
    }

    private ModelAndView ask(
            String link,
            Visit visit,
            String day,
            String month,
            String year,
            boolean consent,
            Locale locale,
            Complaints complaints) {
        DateField birth = fields.birth(day, month, year, locale, complaints);
        Checkbox agree = fields.consent("consent.label", consent, locale, complaints);
        return shown(LinkPage.byBirth("/v/" + link, visit, birth, agree, complaints.all()), complaints);
    }

    private ModelAndView signIn(
            String link, Visit visit, String typed, HttpServletRequest request, Locale locale, Complaints complaints) {
        TextField email = fields.email(typed, locale, complaints);
        TextField password = fields.password(locale);
        return shown(
                LinkPage.byAccount(
                        "/v/" + link,
                        visit,
                        signedIn.at(visit.practice(), request).isPresent(),
                        email,
                        password,
                        complaints.all()),
                complaints);
    }

    private static ModelAndView shown(LinkPage page, Complaints complaints) {
        ModelAndView view = new ModelAndView("patient/link", "page", page);
        if (complaints.any()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
