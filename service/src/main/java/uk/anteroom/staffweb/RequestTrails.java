package uk.anteroom.staffweb;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.anteroom.alert.Alerts;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffId;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.RequestEvent;
import uk.anteroom.request.RequestId;
import uk.anteroom.request.RequestNote;
import uk.anteroom.request.RequestNotes;
import uk.anteroom.request.Requests;
import uk.anteroom.web.ShownTimes;
import uk.anteroom.web.TextArea;

/** Prepares the notes on a request, and its history. */
@Component
class RequestTrails {

    private final RequestNotes notes;
    private final Requests requests;
    private final Consultations consultations;
    private final Alerts alerts;
    private final Staff staff;
    private final MessageSource words;
    private final ShownTimes times;

    RequestTrails(
            RequestNotes notes,
            Requests requests,
            Consultations consultations,
            Alerts alerts,
            Staff staff,
            MessageSource words,
            ShownTimes times) {
        this.notes = notes;
        this.requests = requests;
        this.consultations = consultations;
        this.alerts = alerts;
        this.staff = staff;
        this.words = words;
        this.times = times;
    }

    /**
     * Both.
     *
     * @param patient whose consultations may have come of it; null while nobody knows
     * @param typed a note that was not kept, and {@code error} why
     */
    RequestTrail of(StaffMember by, RequestId id, @Nullable PatientId patient, String typed, @Nullable String error) {
        return new RequestTrail(
                notes.of(by, id).stream().map(note -> note(by, note)).toList(),
                new TextArea("note", say("request.note"), say("request.note.hint"), error, 4, typed),
                UUID.randomUUID().toString(),
                Stream.of(happened(by, id), told(by, id), calls(by, id, patient))
                        .flatMap(Function.identity())
                        .sorted(Comparator.comparing(Dated::at).reversed())
                        .map(Dated::event)
                        .toList());
    }

    private record Dated(Instant at, RequestTrail.Event event) {}

    private Stream<Dated> happened(StaffMember by, RequestId id) {
        // of two in one moment the later one comes first
        return requests.history(by, id).reversed().stream().map(event -> new Dated(event.at(), event(by, event)));
    }

    private Stream<Dated> told(StaffMember by, RequestId id) {
        return alerts.of(by, id).stream()
                .map(one -> new Dated(
                        one.at(),
                        new RequestTrail.Event(
                                "mail",
                                times.dayAndTime(one.at()),
                                say(
                                        one.reached() ? "request.event.told" : "request.event.told.not",
                                        name(by, one.staff())),
                                null)));
    }

    private Stream<Dated> calls(StaffMember by, RequestId id, @Nullable PatientId patient) {
        return patient == null
                ? Stream.empty()
                : consultations.ofPatient(by.practice(), patient).stream()
                        .filter(call -> id.equals(call.request()))
                        .map(call -> new Dated(call.openedAt(), call(call)));
    }

    private RequestTrail.Event call(Consultation call) {
        return new RequestTrail.Event(
                "camera",
                times.dayAndTime(call.openedAt()),
                say("request.event.call", PatientPage.state(call)),
                "/consultations/" + call.id());
    }

    private RequestTrail.Note note(StaffMember by, RequestNote note) {
        return new RequestTrail.Note(name(by, note.by()), times.dayAndTime(note.at()), note.text());
    }

    private RequestTrail.Event event(StaffMember by, RequestEvent event) {
        String who = event.by() == null ? "" : name(by, event.by());
        String whom =
                event.toStaff() == null ? Objects.requireNonNullElse(event.toGroup(), "") : name(by, event.toStaff());
        return new RequestTrail.Event(
                icon(event.what()),
                times.dayAndTime(event.at()),
                say("request.event." + event.what(), who, whom),
                null);
    }

    private static String icon(RequestEvent.Kind what) {
        return switch (what) {
            case RECEIVED -> "mail";
            case MATCHED, ASSIGNED, UNASSIGNED -> "person";
            case NOTED -> "page";
            case COMPLETED -> "tick";
            case REJECTED -> "cross";
            case REOPENED -> "refresh";
        };
    }

    private String name(StaffMember by, StaffId id) {
        return staff.evenIfLeft(by.practice(), id).name();
    }

    private String say(String key, Object... values) {
        return words.getMessage(key, values, Locale.UK);
    }
}
