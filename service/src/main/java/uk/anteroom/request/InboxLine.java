package uk.anteroom.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.anteroom.patient.PatientId;

/**
 * One request in a list.
 *
 * @param patient on the list; null while nobody has decided who sent it
 * @param senderName what the sender calls themselves; null for whoever was known before
 * @param closedAs null while it is open
 * @param closedAt as long
 */
public record InboxLine(
        RequestId id,
        @Nullable PatientId patient,
        @Nullable String senderName,
        PatientRequest.Kind kind,
        PatientRequest.Urgency urgency,
        String title,
        Instant receivedAt,
        Assignee assignee,
        Closing.@Nullable Outcome closedAs,
        @Nullable Instant closedAt) {

    @Override
    public String toString() {
        return "InboxLine(" + id + ")";
    }
}
