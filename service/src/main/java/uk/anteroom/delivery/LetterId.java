package uk.anteroom.delivery;

import java.util.UUID;

/** Names a letter within a practice; also its reference at the provider. */
public record LetterId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
