package uk.anteroom.request;

import java.util.UUID;

/** Names a patient's request within a practice. */
public record RequestId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
