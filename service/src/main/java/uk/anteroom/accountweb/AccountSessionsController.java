package uk.anteroom.accountweb;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.account.AccountSession;
import uk.anteroom.account.AccountSessionId;
import uk.anteroom.account.AccountVisit;
import uk.anteroom.account.AccountVisits;
import uk.anteroom.web.KeyCookie;
import uk.anteroom.web.ShownTimes;

/** Where an account is signed in, and signing out there. */
@Controller
@RequestMapping("/account/sessions")
class AccountSessionsController {

    private final AccountVisits visits;
    private final AccountPlace place;
    private final MessageSource messages;
    private final ShownTimes times;

    AccountSessionsController(AccountVisits visits, AccountPlace place, MessageSource messages, ShownTimes times) {
        this.visits = visits;
        this.place = place;
        this.messages = messages;
        this.times = times;
    }

    @GetMapping
    ModelAndView page(AccountVisit visit, Locale locale) {
        return new ModelAndView(
                "account/sessions",
                "page",
                new AccountSessionsPage(
                        AccountShell.of(place.practice(visit)),
                        visits.everywhere(visit).stream()
                                .map(session -> row(visit, session, locale))
                                .toList()));
    }

    private AccountSessionsPage.Row row(AccountVisit visit, AccountSession session, Locale locale) {
        Object[] facts = {times.dayAndTime(session.createdAt()), times.dayAndTime(session.seenAt())};
        return new AccountSessionsPage.Row(
                session.id().toString(),
                session.device(),
                messages.getMessage("account.sessions.about." + session.way().name(), facts, locale),
                session.id().equals(visit.session()));
    }

    /** One that is not this account's is as good as ended. */
    @PostMapping("/{session}/end")
    String end(AccountVisit visit, @PathVariable UUID session) {
        visits.end(visit, new AccountSessionId(session));
        return "redirect:/account/sessions";
    }

    @PostMapping("/end")
    String endEverywhere(AccountVisit visit, HttpServletResponse response) {
        visits.endEverywhere(visit);
        KeyCookie.ACCOUNT.erase(response);
        return "redirect:/p/" + place.practice(visit).publicCode() + "/sign-in?signed-out";
    }
}
