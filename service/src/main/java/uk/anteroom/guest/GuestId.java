package uk.anteroom.guest;

import java.util.UUID;

/** Names a guest of one consultation. */
public record GuestId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
