package uk.anteroom.accountweb;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.DateField;
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

    /** What was typed. */
    record CareForm(
            String given,
            String family,
            String day,
            String month,
            String year,
            String nhsNumber,
            String relationship) {}

    private static final CareForm EMPTY = new CareForm("", "", "", "", "", "", "");

    @GetMapping
    ModelAndView page(AccountVisit visit, @RequestParam(required = false) @Nullable String asked, Locale locale) {
        return shown(visit, EMPTY, asked != null, locale, new Complaints(fields.messages(), locale));
    }

    @PostMapping
    ModelAndView ask(AccountVisit visit, @ModelAttribute CareForm form, Locale locale) {
        Complaints complaints = new Complaints(fields.messages(), locale);
        for (String[] line : new String[][] {
            {"given", form.given()}, {"family", form.family()}, {"relationship", form.relationship()}
        }) {
            if (line[1].isBlank() || line[1].length() > LONGEST) {
                complaints.about(line[0], "account.carers." + line[0] + ".wrong");
            }
        }
        DateOfBirth born = complaints.valueOf(
                "birth-day", DateOfBirth.read(form.day(), form.month(), form.year(), LocalDate.now(clock)));
        Optional<NhsNumber> number = NhsNumber.read(form.nhsNumber());
        if (number.isEmpty()) {
            complaints.about("nhsNumber", "account.field.nhsNumber.wrong");
        }
        if (born != null && !complaints.any()) {
            CareRequest said = new CareRequest(
                    form.given().strip(),
                    form.family().strip(),
                    born,
                    number.orElseThrow(),
                    form.relationship().strip());
            if (carers.ask(visit, said)) {
                return new ModelAndView("redirect:/account/carers?asked");
            }
            complaints.about("given", "account.carers.tooMany");
        }
        return shown(visit, form, false, locale, complaints);
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
                : message("account.carers.approved", locale, times.dayAndTime(care.approvedAt()));
        return new AccountCarersPage.Row(care.id().toString(), name, about, care.approved());
    }

    private String message(String key, Locale locale, Object... facts) {
        return fields.messages().getMessage(key, facts, locale);
    }

    private ModelAndView shown(AccountVisit visit, CareForm form, boolean asked, Locale locale, Complaints complaints) {
        MessageSource messages = fields.messages();
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
                        fields.field("given", "text", "off", form.given(), locale, complaints),
                        fields.field("family", "text", "off", form.family(), locale, complaints),
                        new DateField(
                                "birth",
                                messages.getMessage("account.carers.born", null, locale),
                                messages.getMessage("birth.hint", null, locale),
                                complaints.at("birth-day"),
                                form.day(),
                                form.month(),
                                form.year(),
                                false),
                        fields.field("nhsNumber", "text", "off", form.nhsNumber(), locale, complaints)
                                .inputmode("numeric")
                                .classes("nhsuk-input--width-10"),
                        fields.field("relationship", "text", "off", form.relationship(), locale, complaints)
                                .hint(messages.getMessage("account.field.relationship.hint", null, locale)),
                        complaints.all()));
        if (complaints.any()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
