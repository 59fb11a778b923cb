package uk.anteroom.practicelist;

import java.util.UUID;

/** Names a file that was sent and not taken over yet. */
public record ListPreviewId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
