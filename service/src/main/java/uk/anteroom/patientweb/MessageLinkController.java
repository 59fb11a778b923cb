package uk.anteroom.patientweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.conversation.ConversationVisit;
import uk.anteroom.conversation.ConversationVisits;
import uk.anteroom.invitation.IdentityCheck;
import uk.anteroom.invitation.LinkToken;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.DeviceKey;
import uk.anteroom.practice.Practice;
import uk.anteroom.web.ClientAddress;
import uk.anteroom.web.Complaints;

/** The link that tells of a message. Opening it changes nothing and shows nothing, however often and by whatever it is opened. */
@Controller
@RequestMapping("/m/{link}")
class MessageLinkController {

    private final ConversationVisits visits;
    private final SignedIn signedIn;
    private final IdentityFields fields;
    private final UnusablePages unusable;
    private final MessageSource messages;
    private final Clock clock;

    MessageLinkController(
            ConversationVisits visits,
            SignedIn signedIn,
            IdentityFields fields,
            UnusablePages unusable,
            MessageSource messages,
            Clock clock) {
        this.visits = visits;
        this.signedIn = signedIn;
        this.fields = fields;
        this.unusable = unusable;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView open(@PathVariable String link, HttpServletRequest request, Locale locale) {
        Optional<LinkToken> token = LinkToken.read(link);
        Optional<ConversationVisit> visit = token.flatMap(visits::open);
        if (visit.isEmpty()) {
            return unusable.ofMessage(token);
        }
        if (DeviceCookie.CONVERSATION.read(request).flatMap(visits::of).equals(visit)) {
            return new ModelAndView("redirect:/messages");
        }
        Complaints none = new Complaints(messages, locale);
        return visits.needsAccount(token.orElseThrow())
                ? signIn(link, visit.get().practice(), "", request, locale, none)
                : ask(link, visit.get().practice(), "", "", "", false, locale, none);
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
        Optional<Practice> practice = token.flatMap(visits::open).map(ConversationVisit::practice);
        if (practice.isEmpty()) {
            return unusable.ofMessage(token);
        }
        Complaints complaints = new Complaints(messages, locale);
        DateOfBirth birth = complaints.valueOf("birth-day", DateOfBirth.read(day, month, year, LocalDate.now(clock)));
        if (!consent) {
            complaints.about("consent", "message.consent.missing");
        }
        if (birth == null || complaints.any()) {
            return ask(link, practice.get(), day, month, year, consent, locale, complaints);
        }
        return switch (visits.byBirth(token.orElseThrow(), birth, ClientAddress.of(request))) {
            case IdentityCheck.Passed(DeviceKey device) -> enter(response, device);
            case IdentityCheck.Failed(int left)
            when left > 0 -> {
                complaints.about("birth-day", left == 1 ? "birth.wrong.last" : "birth.wrong", left);
                yield ask(link, practice.get(), day, month, year, true, locale, complaints);
            }
            case IdentityCheck.Failed failed -> unusable.ofMessage(token);
            case IdentityCheck.Refused refused -> unusable.ofMessage(token);
            case IdentityCheck.TooMany tooMany -> {
                complaints.about("birth-day", "birth.tooMany", practice.get().telephone());
                yield ask(link, practice.get(), day, month, year, true, locale, complaints);
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
        Optional<Practice> practice = token.flatMap(visits::open).map(ConversationVisit::practice);
        if (practice.isEmpty()) {
            return unusable.ofMessage(token);
        }
        IdentityCheck check = visits.byAccount(token.orElseThrow(), email, password, ClientAddress.of(request));
        return answer(check, link, practice.get(), email, request, response, locale);
    }

    /** Somebody who is signed in goes on with one press. */
    @PostMapping("/signed-in")
    ModelAndView signedIn(
            @PathVariable String link, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        Optional<LinkToken> token = LinkToken.read(link);
        Optional<Practice> practice = token.flatMap(visits::open).map(ConversationVisit::practice);
        if (practice.isEmpty()) {
            return unusable.ofMessage(token);
        }
        return signedIn.at(practice.get(), request)
                .map(account -> visits.byVisit(token.orElseThrow(), account, ClientAddress.of(request)))
                .map(check -> answer(check, link, practice.get(), "", request, response, locale))
                .orElseGet(() -> new ModelAndView("redirect:/m/" + link));
    }

    private ModelAndView answer(
            IdentityCheck check,
            String link,
            Practice practice,
            String email,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        Complaints complaints = new Complaints(messages, locale);
        return switch (check) {
            case IdentityCheck.Passed(DeviceKey device) -> enter(response, device);
            case IdentityCheck.Failed failed -> {
                complaints.about("email", "message.account.refused");
                yield signIn(link, practice, email, request, locale, complaints);
            }
            case IdentityCheck.TooMany tooMany -> {
                complaints.about("email", "birth.tooMany", practice.telephone());
                yield signIn(link, practice, email, request, locale, complaints);
            }
            case IdentityCheck.Refused refused -> unusable.ofMessage(LinkToken.read(link));
        };
    }

    private static ModelAndView enter(HttpServletResponse response, DeviceKey device) {
        DeviceCookie.CONVERSATION.write(response, device);
        return new ModelAndView("redirect:/messages");
    }

    private ModelAndView ask(
            String link,
            Practice practice,
            String day,
            String month,
            String year,
            boolean consent,
            Locale locale,
            Complaints complaints) {
        return shown(
                MessageLinkPage.byBirth(
                        "/m/" + link,
                        practice,
                        fields.birth(day, month, year, locale, complaints),
                        fields.consent("message.consent", consent, locale, complaints),
                        complaints.all()),
                complaints);
    }

    private ModelAndView signIn(
            String link,
            Practice practice,
            String typed,
            HttpServletRequest request,
            Locale locale,
            Complaints complaints) {
        return shown(
                MessageLinkPage.byAccount(
                        "/m/" + link,
                        practice,
                        signedIn.at(practice, request).isPresent(),
                        fields.email(typed, locale, complaints),
                        fields.password(locale),
                        complaints.all()),
                complaints);
    }

    private static ModelAndView shown(MessageLinkPage page, Complaints complaints) {
        ModelAndView view = new ModelAndView("patient/message-link", "page", page);
        if (complaints.any()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
