package uk.anteroom.patientweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.guest.GuestVisit;
import uk.anteroom.guest.GuestVisits;
import uk.anteroom.invitation.LinkToken;
import uk.anteroom.kernel.DeviceKey;
import uk.anteroom.web.Checkbox;
import uk.anteroom.web.Complaints;

/** A guest's link. Opening it changes nothing, however often and by whatever it is opened. */
@Controller
@RequestMapping("/g/{link}")
class GuestLinkController {

    private final GuestVisits guests;
    private final UnusablePages unusable;
    private final MessageSource messages;

    GuestLinkController(GuestVisits guests, UnusablePages unusable, MessageSource messages) {
        this.guests = guests;
        this.unusable = unusable;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView open(@PathVariable String link, HttpServletRequest request, Locale locale) {
        Optional<LinkToken> token = LinkToken.read(link);
        Optional<GuestVisit> visit = token.flatMap(guests::open);
        if (visit.isEmpty()) {
            return unusable.ofGuest(token);
        }
        boolean bound = DeviceCookie.GUEST
                .read(request)
                .flatMap(guests::of)
                .filter(known -> known.guest().id().equals(visit.get().guest().id()))
                .isPresent();
        return bound
                ? new ModelAndView("redirect:/guest")
                : ask(link, visit.get(), locale, new Complaints(messages, locale));
    }

    /** A person has the page in front of them; said by the page's script, which scanners and previews do not run. */
    @PostMapping("/opening")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(@PathVariable String link) {
        LinkToken.read(link).ifPresent(guests::seen);
    }

    /** They say that it is them, and agree. Who they are is seen by the clinician before anybody is let in. */
    @PostMapping("/consent")
    ModelAndView consent(
            @PathVariable String link,
            @RequestParam(defaultValue = "false") boolean consent,
            HttpServletResponse response,
            Locale locale) {
        Optional<LinkToken> token = LinkToken.read(link);
        Optional<GuestVisit> visit = token.flatMap(guests::open);
        if (visit.isEmpty()) {
            return unusable.ofGuest(token);
        }
        if (!consent) {
            Complaints complaints = new Complaints(messages, locale);
            complaints.about("consent", "guest.me.missing");
            return ask(link, visit.get(), locale, complaints);
        }
        Optional<DeviceKey> device = guests.confirm(token.orElseThrow());
        if (device.isEmpty()) {
            return unusable.ofGuest(token);
        }
        DeviceCookie.GUEST.write(response, device.get());
        return new ModelAndView("redirect:/guest");
    }

    private ModelAndView ask(String link, GuestVisit visit, Locale locale, Complaints complaints) {
        Checkbox agree = new Checkbox(
                "consent",
                messages.getMessage("guest.me", new Object[] {visit.guest().name()}, locale),
                "true",
                null,
                complaints.at("consent"),
                false);
        ModelAndView view = new ModelAndView(
                "patient/guest-link", "page", GuestLinkPage.of("/g/" + link, visit, agree, complaints.all()));
        if (complaints.any()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
