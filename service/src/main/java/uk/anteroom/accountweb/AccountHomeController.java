package uk.anteroom.accountweb;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.account.AccountVisit;
import uk.anteroom.account.AccountVisits;
import uk.anteroom.carer.Carers;
import uk.anteroom.conversation.ConversationVisit;
import uk.anteroom.conversation.ConversationVisits;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.Practice;
import uk.anteroom.request.PatientRequest;
import uk.anteroom.request.Requests;
import uk.anteroom.web.KeyCookie;
import uk.anteroom.web.NotFound;
import uk.anteroom.web.ShownTimes;

/** The first page of an account: requests, messages, consultations. */
@Controller
class AccountHomeController {

    /** The newest; older ones are with the practice. */
    private static final int SHOWN = 10;

    private final AccountPlace place;
    private final AccountVisits visits;
    private final Patients patients;
    private final Requests requests;
    private final Carers carers;
    private final AccountCalls calls;
    private final ConversationVisits conversations;
    private final MessageSource messages;
    private final ShownTimes times;

    AccountHomeController(
            AccountPlace place,
            AccountVisits visits,
            Patients patients,
            Requests requests,
            Carers carers,
            AccountCalls calls,
            ConversationVisits conversations,
            MessageSource messages,
            ShownTimes times) {
        this.place = place;
        this.visits = visits;
        this.patients = patients;
        this.requests = requests;
        this.carers = carers;
        this.calls = calls;
        this.conversations = conversations;
        this.messages = messages;
        this.times = times;
    }

    @GetMapping("/account")
    ModelAndView home(
            AccountVisit visit,
            @RequestParam(required = false) @Nullable String opened,
            @RequestParam(required = false) @Nullable String recovered,
            Locale locale) {
        Practice practice = place.practice(visit);
        Patient patient = patients.find(visit.practice(), visit.patient()).orElseThrow(NotFound::new);
        String note = opened != null ? "account.home.opened" : recovered != null ? "account.home.recovered" : null;
        return new ModelAndView(
                "account/home",
                "page",
                new AccountHomePage(
                        AccountShell.of(practice),
                        patient.name(),
                        visit.actsForAnother(),
                        carers.mayWrite(visit),
                        note,
                        conversations.countUnread(new ConversationVisit(practice, visit.patient())),
                        requests(visit, locale),
                        calls.of(visit, locale)));
    }

    private List<AccountHomePage.Row> requests(AccountVisit visit, Locale locale) {
        return requests.ofPatient(visit.practice(), visit.patient()).stream()
                .limit(SHOWN)
                .map(request -> new AccountHomePage.Row(
                        AccountRequestState.title(request, messages, locale),
                        about(request, locale),
                        "/account/requests/" + request.id()))
                .toList();
    }

    private String about(PatientRequest request, Locale locale) {
        return messages.getMessage(
                "account.home.request." + AccountRequestState.of(request),
                new Object[] {times.dayAndTime(request.receivedAt())},
                locale);
    }

    @PostMapping("/account/sign-out")
    ModelAndView signOut(AccountVisit visit, HttpServletResponse response) {
        visits.end(visit, visit.session());
        KeyCookie.ACCOUNT.erase(response);
        return new ModelAndView("redirect:/p/" + place.practice(visit).publicCode() + "/sign-in?signed-out");
    }
}
