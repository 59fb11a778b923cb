package uk.anteroom.staffweb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.anteroom.call.Calls;
import uk.anteroom.call.Participant;
import uk.anteroom.call.Participant.Presence;
import uk.anteroom.call.Room;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.delivery.Letter;
import uk.anteroom.delivery.LetterState;
import uk.anteroom.delivery.Letters;
import uk.anteroom.guest.Agreement;
import uk.anteroom.guest.Guest;
import uk.anteroom.guest.GuestRole;
import uk.anteroom.guest.Guests;
import uk.anteroom.needs.PatientNeeds;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.Patients;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.SelectField;
import uk.anteroom.web.ShownTimes;
import uk.anteroom.web.TextField;

/** Puts together what the panel of people shows. */
@Component
class GuestsPages {

    private final Guests guests;
    private final Calls calls;
    private final Patients patients;
    private final Letters letters;
    private final PatientNeeds needs;
    private final MessageSource messages;
    private final ShownTimes times;

    GuestsPages(
            Guests guests,
            Calls calls,
            Patients patients,
            Letters letters,
            PatientNeeds needs,
            MessageSource messages,
            ShownTimes times) {
        this.guests = guests;
        this.calls = calls;
        this.patients = patients;
        this.letters = letters;
        this.needs = needs;
        this.messages = messages;
        this.times = times;
    }

    GuestsPage panel(Consultation consultation) {
        String href = "/consultations/" + consultation.id() + "/guests";
        Room room = calls.look(consultation.practice(), consultation.call()).orElseThrow();
        Patient patient =
                patients.find(consultation.practice(), consultation.patient()).orElseThrow();
        List<GuestsPage.Row> rows = new ArrayList<>();
        room.seat(consultation.patientSeat())
                .ifPresent(seat -> rows.add(new GuestsPage.Row(
                        seat.id().toString(),
                        null,
                        patient.name(),
                        say("guest.role.patient"),
                        presence(seat, null),
                        null,
                        seat.state() == Participant.State.ADMITTED ? List.of(hold(seat)) : List.of())));
        for (Guest guest : guests.of(consultation.practice(), consultation.id())) {
            room.seat(guest.seat())
                    .filter(seat -> guest.welcome())
                    .ifPresent(seat -> rows.add(new GuestsPage.Row(
                            seat.id().toString(),
                            href + "/" + guest.id(),
                            guest.name(),
                            guest.knownAs() != null ? guest.knownAs() : roleWord(guest.role()),
                            presence(seat, guest),
                            note(guest, patient.givenName()),
                            acts(guest, seat, room, patient.givenName()))));
        }
        return new GuestsPage(href, rows);
    }

    private String presence(Participant seat, @Nullable Guest guest) {
        if (seat.state() == Participant.State.LEFT) {
            return say("guests.state.left");
        }
        if (guest != null && seat.arrivedAt() == null) {
            return guest.openedAt() != null
                    ? say("guests.state.opened")
                    : say("guests.state.invited", times.time(guest.invitedAt()));
        }
        if (seat.presence() != Presence.HERE) {
            return say("guests.state.away");
        }
        if (seat.state() == Participant.State.LOBBY) {
            return say("guests.state.waiting");
        }
        return say(seat.held() ? "guests.state.held" : "guests.state.in");
    }

    private @Nullable String note(Guest guest, String patient) {
        Letter last = letters.about(guest.practice(), guest.id().value()).stream()
                .reduce((earlier, later) -> later)
                .orElse(null);
        if (last != null && last.state() == LetterState.FAILED && guest.openedAt() == null) {
            return say("guests.letter.failed");
        }
        if (!guest.role().needsAgreement()) {
            return null;
        }
        Agreement agreement = guest.agreement();
        if (agreement == null) {
            return say("guests.agreement.missing", patient);
        }
        return switch (agreement) {
            case AGREED -> say("guests.agreement.agreed", patient);
            case AGREED_ALOUD -> say("guests.agreement.aloud", patient);
            case DECLINED -> say("guests.agreement.declined", patient, guest.name());
        };
    }

    private List<GuestsPage.Act> acts(Guest guest, Participant seat, Room room, String patient) {
        List<GuestsPage.Act> acts = new ArrayList<>();
        boolean live = room.liveAt() != null && room.endedAt() == null;
        boolean here = seat.presence() == Presence.HERE;
        if (guest.awaitsAgreement() && guest.agreement() == null) {
            acts.add(new GuestsPage.Act("agreed", say("guests.agree-aloud", patient), false));
        }
        if (seat.state() == Participant.State.LOBBY && here && live && !guest.awaitsAgreement()) {
            acts.add(new GuestsPage.Act("admit", say("guests.admit"), true));
        }
        if (seat.state() == Participant.State.ADMITTED && live) {
            if (guest.role().mayBePinned()) {
                boolean pinned = seat.id().equals(room.pinned());
                acts.add(new GuestsPage.Act(
                        pinned ? "unpin" : "pin", say(pinned ? "guests.unpin" : "guests.pin"), false));
            }
            acts.add(hold(seat));
        }
        if (seat.arrivedAt() == null) {
            acts.add(new GuestsPage.Act("resend", say("guests.resend"), false));
        }
        acts.add(new GuestsPage.Act("remove", say("guests.remove"), false));
        return acts;
    }

    private GuestsPage.Act hold(Participant seat) {
        return seat.held()
                ? new GuestsPage.Act("back", say("guests.back"), true)
                : new GuestsPage.Act("hold", say("guests.hold"), false);
    }

    /** The empty form; the role is chosen for whom an interpreter is needed and none is invited. */
    GuestForm fresh(Consultation consultation) {
        boolean missing =
                needs.of(consultation.practice(), consultation.patient()).interpreted()
                        && guests.of(consultation.practice(), consultation.id()).stream()
                                .noneMatch(guest -> guest.role() == GuestRole.INTERPRETER && guest.welcome());
        return GuestForm.fresh(missing ? GuestRole.INTERPRETER.name() : "");
    }

    GuestsPage.Form form(UUID consultation, GuestForm form, Complaints complaints, @Nullable String invited) {
        List<SelectField.Option> roles = new ArrayList<>();
        roles.add(new SelectField.Option("", "", form.role().isEmpty()));
        Arrays.stream(GuestRole.values())
                .map(role -> new SelectField.Option(
                        role.name(),
                        say("guests.role." + role.name().toLowerCase(Locale.ROOT)),
                        role.name().equals(form.role())))
                .forEach(roles::add);
        return new GuestsPage.Form(
                "/consultations/" + consultation + "/guests",
                form.formKey(),
                new SelectField("role", say("guests.add.who"), null, complaints.at("role"), roles),
                TextField.of("name", say("guests.name"), "text")
                        .value(form.name())
                        .error(complaints.at("name"))
                        .autocomplete("off"),
                TextField.of("knownAs", say("guests.known-as"), "text")
                        .hint(say("guests.known-as.hint"))
                        .value(form.knownAs())
                        .error(complaints.at("knownAs"))
                        .autocomplete("off"),
                form.sms(),
                TextField.of("guestEmail", say("guests.email"), "email")
                        .value(form.email())
                        .error(complaints.at("guestEmail"))
                        .autocomplete("off"),
                TextField.of("guestMobile", say("guests.mobile"), "tel")
                        .value(form.mobile())
                        .error(complaints.at("guestMobile"))
                        .inputmode("tel")
                        .autocomplete("off"),
                complaints.all(),
                invited);
    }

    private String roleWord(GuestRole role) {
        return say("guest.role." + role.name().toLowerCase(Locale.ROOT));
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, Locale.UK);
    }
}
