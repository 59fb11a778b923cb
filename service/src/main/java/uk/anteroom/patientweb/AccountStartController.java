package uk.anteroom.patientweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import uk.anteroom.account.Registrations;
import uk.anteroom.conversation.ConversationVisit;
import uk.anteroom.conversation.ConversationVisits;
import uk.anteroom.invitation.Visits;
import uk.anteroom.web.ClientAddress;
import uk.anteroom.web.KeyCookie;
import uk.anteroom.web.NotFound;

/** Somebody who has shown who they are wants an account. A code goes to the contact on the list all the same: a date of birth opens no account. */
@Controller
class AccountStartController {

    private final Registrations registrations;
    private final Visits calls;
    private final ConversationVisits conversations;

    AccountStartController(Registrations registrations, Visits calls, ConversationVisits conversations) {
        this.registrations = registrations;
        this.calls = calls;
        this.conversations = conversations;
    }

    @PostMapping("/visit/account")
    String fromCall(HttpServletRequest request, HttpServletResponse response) {
        return start(
                DeviceCookie.PATIENT
                        .read(request)
                        .flatMap(calls::of)
                        .map(visit -> new ConversationVisit(
                                visit.practice(), visit.consultation().patient())),
                request,
                response);
    }

    @PostMapping("/messages/account")
    String fromMessages(HttpServletRequest request, HttpServletResponse response) {
        return start(DeviceCookie.CONVERSATION.read(request).flatMap(conversations::of), request, response);
    }

    private String start(Optional<ConversationVisit> visit, HttpServletRequest request, HttpServletResponse response) {
        ConversationVisit who = visit.orElseThrow(NotFound::new);
        String register = "/p/" + who.practice().publicCode() + "/register";
        return registrations
                .ask(who.practice().id(), who.patient(), ClientAddress.of(request))
                .map(key -> {
                    KeyCookie.CODE.write(response, key);
                    return "redirect:" + register + "/code";
                })
                .orElse("redirect:" + register);
    }
}
