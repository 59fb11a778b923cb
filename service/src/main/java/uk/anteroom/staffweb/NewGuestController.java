package uk.anteroom.staffweb;

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
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.guest.Guests;
import uk.anteroom.guest.Inviting;
import uk.anteroom.kernel.MobileNumbers;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.Checkbox;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.NotFound;

/** A page that invites a third person before anybody is in the call; for whom an interpreter is needed, it begins with that. */
@Controller
@RequestMapping("/consultations/{id}/guest")
class NewGuestController {

    private final Consultations consultations;
    private final Patients patients;
    private final Guests guests;
    private final GuestsPages pages;
    private final Banners banners;
    private final MobileNumbers numbers;
    private final MessageSource messages;

    NewGuestController(
            Consultations consultations,
            Patients patients,
            Guests guests,
            GuestsPages pages,
            Banners banners,
            MobileNumbers numbers,
            MessageSource messages) {
        this.consultations = consultations;
        this.patients = patients;
        this.guests = guests;
        this.pages = pages;
        this.banners = banners;
        this.numbers = numbers;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView form(StaffMember by, @PathVariable UUID id) {
        Consultation consultation = consultation(by, id);
        return page(by, consultation, pages.fresh(consultation), new Complaints(messages, Locale.UK));
    }

    @PostMapping
    ModelAndView invite(
            StaffMember by,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String knownAs,
            @RequestParam(defaultValue = "false") boolean sms,
            @RequestParam(defaultValue = "") String guestEmail,
            @RequestParam(defaultValue = "") String guestMobile,
            @RequestParam UUID formKey) {
        Consultation consultation = consultation(by, id);
        GuestForm form = new GuestForm(role, name, knownAs, sms, guestEmail, guestMobile, formKey);
        Complaints complaints = new Complaints(messages, Locale.UK);
        GuestForm.@Nullable Filled filled = form.read(numbers, complaints);
        if (filled != null) {
            switch (guests.invite(
                    by, consultation.id(), filled.role(), filled.name(), filled.knownAs(), filled.to(), formKey)) {
                case Inviting.Sent sent -> {
                    return new ModelAndView("redirect:/consultations/" + consultation.id());
                }
                case Inviting.Full full -> complaints.about("name", "guests.full");
                case Inviting.TooMany tooMany -> complaints.about("name", "guests.too-many");
                case Inviting.Over over -> complaints.about("name", "guests.over");
            }
        }
        return page(by, consultation, form, complaints);
    }

    private ModelAndView page(StaffMember by, Consultation consultation, GuestForm form, Complaints complaints) {
        Patient patient = patients.look(by, consultation.patient()).orElseThrow(NotFound::new);
        ModelAndView page = new ModelAndView("staff/guest");
        page.addObject("banner", banners.of(by, patient));
        page.addObject("back", "/consultations/" + consultation.id());
        page.addObject("page", pages.form(consultation.id().value(), form, complaints, null));
        page.addObject("sms", sms(form));
        if (complaints.any()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    private Checkbox sms(GuestForm form) {
        return new Checkbox(
                "sms",
                messages.getMessage("guest.page.sms", null, Locale.UK),
                "true",
                messages.getMessage("guest.page.sms.hint", null, Locale.UK),
                null,
                form.sms());
    }

    private Consultation consultation(StaffMember by, UUID id) {
        by.mustInvite();
        return consultations.find(by.practice(), new ConsultationId(id)).orElseThrow(NotFound::new);
    }
}
