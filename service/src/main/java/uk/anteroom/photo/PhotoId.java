package uk.anteroom.photo;

import java.util.UUID;

/** Names a photo, whether or not it was taken. */
public record PhotoId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
