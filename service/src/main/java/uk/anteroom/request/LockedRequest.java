package uk.anteroom.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request of somebody whom nobody has found on the list yet: it can be read, and nothing can be done about it until a person says who it is.
 *
 * @param closing a rejection, or null while it is open
 */
public record LockedRequest(
        RequestId id,
        Sender sender,
        PatientRequest.Kind kind,
        PatientRequest.Urgency urgency,
        String title,
        String body,
        Instant receivedAt,
        Assignee assignee,
        @Nullable Closing closing) {

    public boolean open() {
        return closing == null;
    }

    @Override
    public String toString() {
        return "LockedRequest(" + id + ")";
    }
}
