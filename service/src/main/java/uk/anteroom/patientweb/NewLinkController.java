package uk.anteroom.patientweb;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.invitation.LinkToken;
import uk.anteroom.invitation.NewLinks;
import uk.anteroom.web.ClientAddress;

/** Somebody whose link cannot be used asks for a new one. The answer is the same whatever they hold. */
@Controller
class NewLinkController {

    private final NewLinks newLinks;
    private final UnusablePages unusable;

    NewLinkController(NewLinks newLinks, UnusablePages unusable) {
        this.newLinks = newLinks;
        this.unusable = unusable;
    }

    @PostMapping("/v/{link}/new-link")
    ModelAndView ask(@PathVariable String link, HttpServletRequest request) {
        Optional<LinkToken> token = LinkToken.read(link);
        return newLinks.ask(link, ClientAddress.of(request))
                ? new ModelAndView("redirect:" + UnusablePages.path(token) + "?asked")
                : unusable.tooMany(token);
    }
}
