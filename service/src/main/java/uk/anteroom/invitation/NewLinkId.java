package uk.anteroom.invitation;

import java.util.UUID;

/** Names a patient's wish for a new link. */
public record NewLinkId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
