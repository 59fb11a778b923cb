package uk.anteroom.staffweb;

import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
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
    private final Staff staff;
    private final MessageSource words;
    private final ShownTimes times;

    RequestTrails(RequestNotes notes, Requests requests, Staff staff, MessageSource words, ShownTimes times) {
        this.notes = notes;
        this.requests = requests;
        this.staff = staff;
        this.words = words;
        this.times = times;
    }

    /**
     * Both.
     *
     * @param typed a note that was not kept, and {@code error} why
     */
    RequestTrail of(StaffMember by, RequestId id, String typed, @Nullable String error) {
        return new RequestTrail(
                notes.of(by, id).stream().map(note -> note(by, note)).toList(),
                new TextArea("note", say("request.note"), say("request.note.hint"), error, 4, typed),
                UUID.randomUUID().toString(),
                requests.history(by, id).reversed().stream()
                        .map(event -> event(by, event))
                        .toList());
    }

    private RequestTrail.Note note(StaffMember by, RequestNote note) {
        return new RequestTrail.Note(name(by, note.by()), times.dayAndTime(note.at()), note.text());
    }

    private RequestTrail.Event event(StaffMember by, RequestEvent event) {
        String who = event.by() == null ? "" : name(by, event.by());
        String whom =
                event.toStaff() == null ? Objects.requireNonNullElse(event.toGroup(), "") : name(by, event.toStaff());
        return new RequestTrail.Event(
                icon(event.what()), times.dayAndTime(event.at()), say("request.event." + event.what(), who, whom));
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
