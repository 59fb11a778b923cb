package uk.anteroom.invitation;

import java.util.UUID;

/** Names an invitation within a practice. */
public record InvitationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
