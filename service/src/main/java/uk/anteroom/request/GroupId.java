package uk.anteroom.request;

import java.util.UUID;

/** Names a group within a practice. */
public record GroupId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
