package uk.anteroom.call;

import java.util.UUID;

/** Names a participant: one seat in a call. It belongs to an invitation or a member of staff, not to a device. */
public record ParticipantId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
