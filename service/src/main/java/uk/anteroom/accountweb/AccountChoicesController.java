package uk.anteroom.accountweb;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.account.AccountVisit;
import uk.anteroom.carer.Carers;
import uk.anteroom.patient.ContactChoice;
import uk.anteroom.patient.ContactChoices;
import uk.anteroom.web.Checkbox;
import uk.anteroom.web.NotFound;

/** How a patient wants to be written to by this practice. */
@Controller
@RequestMapping("/account/preferences")
class AccountChoicesController {

    private final ContactChoices choices;
    private final Carers carers;
    private final AccountPlace place;
    private final MessageSource messages;

    AccountChoicesController(ContactChoices choices, Carers carers, AccountPlace place, MessageSource messages) {
        this.choices = choices;
        this.carers = carers;
        this.place = place;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView page(AccountVisit visit, @RequestParam(required = false) @Nullable String saved, Locale locale) {
        ContactChoice choice = choices.of(visit.practice(), visit.patient());
        return new ModelAndView(
                "account/preferences",
                "page",
                new AccountChoicesPage(
                        AccountShell.of(place.practice(visit)),
                        saved != null,
                        carers.mayWrite(visit),
                        choice.listForbidsEmail() ? null : box("byEmail", choice.email(), locale),
                        choice.listForbidsSms() ? null : box("bySms", choice.sms(), locale)));
    }

    /** What is not shown, because the list forbids it, stays as the patient chose it. */
    @PostMapping
    String save(
            AccountVisit visit,
            @RequestParam(defaultValue = "false") boolean byEmail,
            @RequestParam(defaultValue = "false") boolean bySms) {
        if (!carers.mayWrite(visit)) {
            throw new NotFound();
        }
        ContactChoice before = choices.of(visit.practice(), visit.patient());
        choices.choose(
                visit.practice(),
                visit.patient(),
                visit.holder(),
                before.listForbidsEmail() ? before.email() : byEmail,
                before.listForbidsSms() ? before.sms() : bySms);
        return "redirect:/account/preferences?saved";
    }

    private Checkbox box(String id, boolean ticked, Locale locale) {
        return new Checkbox(
                id, messages.getMessage("account.preferences." + id, null, locale), "true", null, null, ticked);
    }
}
