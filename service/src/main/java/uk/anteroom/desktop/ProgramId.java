package uk.anteroom.desktop;

import java.util.UUID;

/** Names a connected program within a practice. */
public record ProgramId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
