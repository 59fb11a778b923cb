package uk.anteroom.alert;

import java.util.UUID;

/** Names, within a practice, that somebody is told of something. */
record AlertId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
