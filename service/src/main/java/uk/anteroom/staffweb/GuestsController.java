package uk.anteroom.staffweb;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.guest.GuestId;
import uk.anteroom.guest.GuestVisits;
import uk.anteroom.guest.Guests;
import uk.anteroom.guest.Inviting;
import uk.anteroom.guest.NamedPerson;
import uk.anteroom.kernel.MobileNumbers;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.NotFound;

/** The people of one consultation: the panel in the call, and the form that invites one more. */
@Controller
@RequestMapping("/consultations/{id}")
class GuestsController {

    private final Consultations consultations;
    private final Guests guests;
    private final GuestVisits people;
    private final GuestsPages pages;
    private final MobileNumbers numbers;
    private final MessageSource messages;

    GuestsController(
            Consultations consultations,
            Guests guests,
            GuestVisits people,
            GuestsPages pages,
            MobileNumbers numbers,
            MessageSource messages) {
        this.consultations = consultations;
        this.guests = guests;
        this.people = people;
        this.pages = pages;
        this.numbers = numbers;
        this.messages = messages;
    }

    /** Who is there, for the page to refresh. */
    @GetMapping("/guests")
    ModelAndView panel(StaffMember by, @PathVariable UUID id) {
        return new ModelAndView("staff/guests", "page", pages.panel(consultation(by, id)));
    }

    /** The empty form. */
    @GetMapping("/guests/form")
    ModelAndView form(StaffMember by, @PathVariable UUID id) {
        GuestForm fresh = pages.fresh(consultation(by, id));
        return form(id, fresh, new Complaints(messages, Locale.UK), null);
    }

    @PostMapping("/guests")
    ModelAndView invite(
            StaffMember by,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String knownAs,
            @RequestParam(defaultValue = "email") String channel,
            @RequestParam(defaultValue = "") String guestEmail,
            @RequestParam(defaultValue = "") String guestMobile,
            @RequestParam UUID formKey) {
        Consultation consultation = consultation(by, id);
        GuestForm form = new GuestForm(role, name, knownAs, channel.equals("sms"), guestEmail, guestMobile, formKey);
        Complaints complaints = new Complaints(messages, Locale.UK);
        GuestForm.@Nullable Filled filled = form.read(numbers, complaints);
        if (filled == null) {
            return form(id, form, complaints, null);
        }
        Inviting result = guests.invite(
                by, consultation.id(), filled.role(), filled.name(), filled.knownAs(), filled.to(), formKey);
        switch (result) {
            case Inviting.Sent sent -> {
                return form(id, GuestForm.fresh(""), new Complaints(messages, Locale.UK), filled.name());
            }
            case Inviting.Full full -> complaints.about("name", "guests.full");
            case Inviting.TooMany tooMany -> complaints.about("name", "guests.too-many");
            case Inviting.Over over -> complaints.about("name", "guests.over");
        }
        return form(id, form, complaints, null);
    }

    @PostMapping("/guests/{guest}/letters")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resend(StaffMember by, @PathVariable UUID id, @PathVariable UUID guest) {
        consultation(by, id);
        guests.resend(by, new GuestId(guest));
    }

    /** The patient agreed aloud. */
    @PostMapping("/guests/{guest}/agreement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void agreedAloud(StaffMember by, @PathVariable UUID id, @PathVariable UUID guest) {
        guests.agreedAloud(by, consultation(by, id).id(), new GuestId(guest));
    }

    @GetMapping("/people")
    @ResponseBody
    List<NamedPerson> people(StaffMember by, @PathVariable UUID id) {
        return NamedPerson.of(people.people(consultation(by, id)), messages, Locale.UK);
    }

    private ModelAndView form(UUID id, GuestForm form, Complaints complaints, @Nullable String invited) {
        ModelAndView view = new ModelAndView("staff/guest-form", "page", pages.form(id, form, complaints, invited));
        if (complaints.any()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private Consultation consultation(StaffMember by, UUID id) {
        by.mustInvite();
        return consultations.find(by.practice(), new ConsultationId(id)).orElseThrow(NotFound::new);
    }
}
