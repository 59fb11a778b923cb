package uk.anteroom.accountweb;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.account.AccountVisit;
import uk.anteroom.carer.Care;
import uk.anteroom.carer.CareId;
import uk.anteroom.carer.CareRequest;
import uk.anteroom.carer.Carers;
import uk.anteroom.patient.Claim;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.ShownTimes;

/** For whom somebody acts. What is not approved looks the same whether it waits, was refused, or nobody is meant. */
@Controller
@RequestMapping("/account/carers")
class AccountCarersController {

    private static final int LONGEST = 100;

    private final Carers carers;
    private final Patients patients;
    private final AccountPlace place;
    private final AccountFields fields;
    private final ShownTimes times;
    private final Clock clock;

    AccountCarersController(
            Carers carers, Patients patients, AccountPlace place, AccountFields fields, ShownTimes times, Clock clock) {
        this.carers = carers;
        this.patients = patients;
        this.place = place;
        this.fields = fields;
        this.times = times;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView page(AccountVisit visit, @RequestParam(required = false) @Nullable String asked, Locale locale) {
        return shown(
                visit, AccountClaimForm.empty(), "", asked != null, locale, new Complaints(fields.messages(), locale));
    }

    @PostMapping
    ModelAndView ask(
            AccountVisit visit,
            @ModelAttribute AccountClaimForm form,
            @RequestParam(defaultValue = "") String relationship,
            Locale locale) {
        Complaints complaints = new Complaints(fields.messages(), locale);
        Claim whom = form.read("account.carers", LocalDate.now(clock), complaints);
        if (relationship.isBlank() || relationship.length() > LONGEST) {
            complaints.about("relationship", "account.carers.relationship.wrong");
        }
        if (whom != null && !complaints.any()) {
            if (carers.ask(visit, new CareRequest(whom, relationship.strip()))) {
                return new ModelAndView("redirect:/account/carers?asked");
            }
            complaints.about("given", "account.carers.tooMany");
        }
        return shown(visit, form, relationship, false, locale, complaints);
    }

    @PostMapping("/{care}/acting")
    String act(AccountVisit visit, @PathVariable UUID care) {
        return carers.act(visit, new CareId(care)) ? "redirect:/account" : "redirect:/account/carers";
    }

    @PostMapping("/self")
    String actForSelf(AccountVisit visit) {
        carers.actForSelf(visit);
        return "redirect:/account";
    }

    @PostMapping("/{care}/end")
    String end(AccountVisit visit, @PathVariable UUID care) {
        carers.end(visit, new CareId(care));
        return "redirect:/account/carers";
    }

    private AccountCarersPage.Row row(AccountVisit visit, Care care, boolean mine, Locale locale) {
        PatientId whom = mine ? care.patient() : care.carer();
        // the list's own words only once the practice agreed
        String name = care.approved() && whom != null
                ? patients.find(visit.practice(), whom).map(Patient::name).orElse("")
                : care.typedName();
        String about = care.approvedAt() == null
                ? message("account.carers.waiting", locale, times.dayAndTime(care.askedAt()))
                : message(
                        (mine ? "account.carers.approved." : "account.carers.other.") + care.level(),
                        locale,
                        times.dayAndTime(care.approvedAt()));
        return new AccountCarersPage.Row(care.id().toString(), name, about, care.approved());
    }

    private String message(String key, Locale locale, Object... facts) {
        return fields.messages().getMessage(key, facts, locale);
    }

    private ModelAndView shown(
            AccountVisit visit,
            AccountClaimForm form,
            String relationship,
            boolean asked,
            Locale locale,
            Complaints complaints) {
        List<AccountCarersPage.Row> mine = carers.of(visit).stream()
                .map(care -> row(visit, care, true, locale))
                .toList();
        List<AccountCarersPage.Row> others = carers.actingFor(visit).stream()
                .map(care -> row(visit, care, false, locale))
                .toList();
        ModelAndView view = new ModelAndView(
                "account/carers",
                "page",
                new AccountCarersPage(
                        AccountShell.of(place.practice(visit)),
                        asked,
                        visit.actsForAnother(),
                        mine,
                        others,
                        form.anothers(fields, locale, complaints),
                        fields.field("relationship", "text", "off", relationship, locale, complaints)
                                .hint(message("account.field.relationship.hint", locale)),
                        complaints.all()));
        if (complaints.any()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
