package uk.anteroom.patientweb;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.guest.Guest;
import uk.anteroom.guest.GuestId;
import uk.anteroom.guest.GuestVisits;
import uk.anteroom.guest.Guests;
import uk.anteroom.guest.NamedPerson;
import uk.anteroom.invitation.Visit;
import uk.anteroom.invitation.Visits;
import uk.anteroom.web.NotFound;

/** Who is with the patient in the call, and whether the patient wants them there. */
@Controller
@RequestMapping("/visit")
class CompanyController {

    private final Visits visits;
    private final GuestVisits people;
    private final Guests guests;
    private final MessageSource messages;

    CompanyController(Visits visits, GuestVisits people, Guests guests, MessageSource messages) {
        this.visits = visits;
        this.people = people;
        this.guests = guests;
        this.messages = messages;
    }

    @GetMapping("/people")
    @ResponseBody
    List<NamedPerson> people(HttpServletRequest request, Locale locale) {
        return NamedPerson.of(people.people(visit(request)), messages, locale);
    }

    /** A guest about whom the patient has not been asked before. */
    record Question(String guest, String name, String as) {}

    @GetMapping("/questions")
    @ResponseBody
    List<Question> questions(HttpServletRequest request, Locale locale) {
        Consultation consultation = visit(request);
        return guests.of(consultation.practice(), consultation.id()).stream()
                .filter(Guest::welcome)
                .filter(guest -> guest.role().needsAgreement() && guest.agreement() == null)
                .map(guest -> new Question(
                        guest.id().toString(),
                        guest.name(),
                        guest.knownAs() != null
                                ? guest.knownAs()
                                : messages.getMessage(
                                        "guest.role." + guest.role().name().toLowerCase(Locale.ROOT), null, locale)))
                .toList();
    }

    @PostMapping("/questions/{guest}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(HttpServletRequest request, @PathVariable UUID guest, @RequestParam boolean yes) {
        guests.answer(visit(request), new GuestId(guest), yes);
    }

    private Consultation visit(HttpServletRequest request) {
        return DeviceCookie.PATIENT
                .read(request)
                .flatMap(visits::of)
                .map(Visit::consultation)
                .orElseThrow(NotFound::new);
    }
}
