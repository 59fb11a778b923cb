package uk.anteroom.staffweb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.guest.Guest;
import uk.anteroom.guest.GuestRole;
import uk.anteroom.guest.Guests;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.needs.Languages;
import uk.anteroom.needs.Needs;
import uk.anteroom.needs.PatientNeeds;
import uk.anteroom.patient.Patient;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.Checkbox;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.SelectField;

/** Says what a patient needs before anything is sent, and what we do about it there. For those who may invite, and nobody else. */
@Component
class NeedsCards {

    private final PatientNeeds needs;
    private final Guests guests;
    private final MessageSource words;

    NeedsCards(PatientNeeds needs, Guests guests, MessageSource words) {
        this.needs = needs;
        this.guests = guests;
        this.words = words;
    }

    /** What is recorded, which the parts of a page share. */
    Needs of(StaffMember by, Patient patient) {
        return by.mayInvite() ? needs.of(by.practice(), patient.id()) : Needs.NONE;
    }

    /** In the invitation form. */
    @Nullable NeedsCard inviting(Needs needed, Patient patient) {
        List<String> follows = new ArrayList<>();
        print(needed, patient, follows);
        needed.language()
                .map(Languages::name)
                .ifPresent(language -> follows.add(say("needs.invite.language", language)));
        if (needed.interpreted()) {
            follows.add(say("needs.invite.interpreter"));
        }
        return card(needed, follows);
    }

    /** In the message form. */
    @Nullable NeedsCard writing(Needs needed, Patient patient) {
        List<String> follows = new ArrayList<>();
        print(needed, patient, follows);
        needed.language()
                .map(Languages::name)
                .ifPresent(language -> follows.add(say("needs.message.language", language)));
        if (needed.signLanguage()) {
            follows.add(say("needs.message.sign-language"));
        }
        return card(needed, follows);
    }

    /** On the video consultation page, with a way to add an interpreter. */
    @Nullable NeedsCard seeing(StaffMember by, Patient patient, Consultation consultation) {
        Needs needed = of(by, patient);
        List<String> follows = new ArrayList<>();
        List<String> interpreters = needed.interpreted() ? interpreters(consultation) : List.of();
        interpreters.forEach(name -> follows.add(say("needs.call.invited", name)));
        relay(needed, patient).ifPresent(follows::add);
        NeedsCard card = card(needed, follows);
        return card == null || !needed.interpreted() || !consultation.state().open()
                ? card
                : new NeedsCard(
                        card.line(),
                        card.follows(),
                        "/consultations/" + consultation.id() + "/guest",
                        say(interpreters.isEmpty() ? "needs.call.add" : "needs.call.another"));
    }

    private List<String> interpreters(Consultation consultation) {
        return guests.of(consultation.practice(), consultation.id()).stream()
                .filter(guest -> guest.role() == GuestRole.INTERPRETER && guest.welcome())
                .map(Guest::name)
                .toList();
    }

    /** Beside the patient's number, for whom it is no use to ring. */
    @Nullable String relay(StaffMember by, Patient patient) {
        return relay(of(by, patient), patient).orElse(null);
    }

    /** On the Patient page, with the form: as it is recorded, or as it came back. Null for who may not see it. */
    @Nullable NeedsPanel panel(
            StaffMember by, Needs needed, Patient patient, @Nullable NeedsForm typed, @Nullable Complaints complaints) {
        if (!by.mayInvite()) {
            return null;
        }
        NeedsForm form = typed == null ? NeedsForm.of(needed) : typed;
        return new NeedsPanel(
                "/patients/" + patient.id() + "/needs",
                card(needed, relay(needed, patient).stream().toList()),
                say(needed.any() ? "needs.change" : "needs.record"),
                typed != null,
                box("largePrint", "needs.large-print", form.largePrint()),
                box("signLanguage", "needs.sign-language", form.signLanguage()),
                box("interpreter", "needs.interpreter", form.interpreter()),
                language(needed, form, complaints));
    }

    private SelectField language(Needs needed, NeedsForm form, @Nullable Complaints complaints) {
        Stream<SelectField.Option> english = Stream.of(new SelectField.Option(
                "", say("needs.language.none"), form.language().isEmpty()));
        Stream<SelectField.Option> others = Stream.concat(
                        Languages.ALL.stream().filter(one -> !one.equals(Locale.ENGLISH)),
                        needed.language().filter(one -> !Languages.ALL.contains(one)).stream())
                .map(one -> new SelectField.Option(
                        one.toLanguageTag(),
                        Languages.name(one),
                        one.toLanguageTag().equals(form.language())));
        return new SelectField(
                "language",
                say("needs.language"),
                null,
                complaints == null ? null : complaints.at("language"),
                Stream.concat(english, others).toList());
    }

    private Checkbox box(String id, String label, boolean checked) {
        return new Checkbox(id, say(label), "true", null, null, checked);
    }

    private @Nullable NeedsCard card(Needs needed, List<String> follows) {
        return needed.any() ? new NeedsCard(line(needed), List.copyOf(follows), null, null) : null;
    }

    private String line(Needs needed) {
        List<String> parts = new ArrayList<>();
        Optional<String> language = needed.language().map(Languages::name);
        boolean spoken = needed.interpreter() && !needed.signLanguage();
        if (needed.signLanguage()) {
            parts.add(say(needed.interpreter() ? "needs.sign-language.interpreter" : "needs.sign-language"));
        }
        if (spoken) {
            parts.add(
                    language.map(name -> say("needs.interpreter.of", name)).orElseGet(() -> say("needs.interpreter")));
        }
        if (needed.largePrint()) {
            parts.add(say("needs.large-print"));
        }
        if (!spoken) {
            language.ifPresent(name -> parts.add(say("needs.speaks", name)));
        }
        return String.join(" · ", parts);
    }

    private void print(Needs needed, Patient patient, List<String> follows) {
        if (needed.largePrint()) {
            follows.add(say(patient.email() == null ? "needs.print.sms" : "needs.print"));
        }
    }

    private Optional<String> relay(Needs needed, Patient patient) {
        if (!needed.signLanguage()) {
            return Optional.empty();
        }
        MobileNumber mobile = patient.mobile();
        return Optional.of(mobile == null ? say("needs.relay") : say("needs.relay.number", mobile.shown()));
    }

    private String say(String key, Object... values) {
        return words.getMessage(key, values, Locale.UK);
    }
}
