package uk.anteroom.accountweb;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.account.AccountVisit;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.invitation.LinkToken;
import uk.anteroom.invitation.Visits;
import uk.anteroom.web.NotFound;
import uk.anteroom.web.ShownTimes;

/** One video call, for the patient whose it is. For a carer there is none, and another patient's is the same page as one that never was. */
@Controller
class AccountConsultationController {

    private final AccountPlace place;
    private final AccountCalls calls;
    private final Consultations consultations;
    private final Visits visits;
    private final ShownTimes times;

    AccountConsultationController(
            AccountPlace place, AccountCalls calls, Consultations consultations, Visits visits, ShownTimes times) {
        this.place = place;
        this.calls = calls;
        this.consultations = consultations;
        this.visits = visits;
        this.times = times;
    }

    @GetMapping("/account/consultations/{id}")
    ModelAndView page(AccountVisit visit, @PathVariable UUID id) {
        if (visit.actsForAnother()) {
            throw new NotFound();
        }
        Consultation call = consultations
                .look(visit.practice(), visit.holder(), new ConsultationId(id))
                .orElseThrow(NotFound::new);
        return new ModelAndView(
                "account/consultation",
                "page",
                new AccountConsultationPage(
                        AccountShell.of(place.practice(visit)),
                        calls.clinician(call),
                        AccountConsultationState.of(call),
                        times.dayAndTime(call.openedAt()),
                        shown(call.liveAt()),
                        call.state().open() ? null : shown(call.endedAt()),
                        link(visit, id)
                                .map(link -> "/account/consultations/" + id + "/join")
                                .orElse(null),
                        call.request() == null ? null : "/account/requests/" + call.request()));
    }

    /** To the link that was sent, where they go on as whoever is signed in. A form, since the link itself stands on no page. */
    @PostMapping("/account/consultations/{id}/join")
    String join(AccountVisit visit, @PathVariable UUID id) {
        return link(visit, id)
                .map(link -> "redirect:/v/" + link.value())
                .orElse("redirect:/account/consultations/" + id);
    }

    private Optional<LinkToken> link(AccountVisit visit, UUID id) {
        return visit.actsForAnother()
                ? Optional.empty()
                : visits.link(visit.practice(), visit.holder(), new ConsultationId(id));
    }

    private @Nullable String shown(@Nullable Instant at) {
        return at == null ? null : times.dayAndTime(at);
    }
}
