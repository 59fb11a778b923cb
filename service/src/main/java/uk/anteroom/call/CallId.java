package uk.anteroom.call;

import java.util.UUID;

/** Names a call: the room two or more participants meet in. */
public record CallId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
