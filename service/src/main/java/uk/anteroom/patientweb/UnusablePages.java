package uk.anteroom.patientweb;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.invitation.LinkToken;
import uk.anteroom.invitation.Visits;
import uk.anteroom.practice.Practice;

/** The page for a link that cannot be used: one status and one text for every reason. */
@Component
class UnusablePages {

    private final Visits visits;

    UnusablePages(Visits visits) {
        this.visits = visits;
    }

    /** Of a patient's link, with the button that asks for a new one. */
    ModelAndView ofPatient(Optional<LinkToken> token) {
        return page(token, UnusablePage.Asking.OFFERED, HttpStatus.NOT_FOUND);
    }

    /** The same after they have asked. */
    ModelAndView asked(Optional<LinkToken> token) {
        return page(token, UnusablePage.Asking.ASKED, HttpStatus.NOT_FOUND);
    }

    /** The same where too many have asked. */
    ModelAndView tooMany(Optional<LinkToken> token) {
        return page(token, UnusablePage.Asking.TOO_MANY, HttpStatus.TOO_MANY_REQUESTS);
    }

    /** Of a guest's link: whoever invited them is in the call, and sends another from there. */
    ModelAndView ofGuest(Optional<LinkToken> token) {
        return page(token, UnusablePage.Asking.NOT_OFFERED, HttpStatus.NOT_FOUND);
    }

    /** Of a message's link: nobody waits at the other end, and the practice writes again if it wants to be read. */
    ModelAndView ofMessage(Optional<LinkToken> token) {
        return page(token, UnusablePage.Asking.NOT_OFFERED, HttpStatus.NOT_FOUND);
    }

    /** Of a page that belongs to a link that nobody brought. */
    static ModelAndView ofNobody() {
        return shown(UnusablePage.of(null, UnusablePage.Asking.NOT_OFFERED, ""), HttpStatus.NOT_FOUND);
    }

    private ModelAndView page(Optional<LinkToken> token, UnusablePage.Asking asking, HttpStatus status) {
        Practice practice = token.flatMap(visits::practiceOf).orElse(null);
        return shown(UnusablePage.of(practice, asking, path(token)), status);
    }

    /** Where the wish is posted: an address that can be no link of ours is not repeated. */
    static String path(Optional<LinkToken> token) {
        return "/v/" + token.map(LinkToken::value).orElse("unknown");
    }

    private static ModelAndView shown(UnusablePage page, HttpStatus status) {
        ModelAndView view = new ModelAndView("patient/unusable", "page", page);
        view.setStatus(status);
        return view;
    }
}
