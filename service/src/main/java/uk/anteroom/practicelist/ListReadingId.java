package uk.anteroom.practicelist;

import java.util.UUID;

/** Names a reading of the list. */
public record ListReadingId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
