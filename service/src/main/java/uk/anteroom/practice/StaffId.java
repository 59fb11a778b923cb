package uk.anteroom.practice;

import java.util.UUID;

/** Names a member of staff within a practice. */
public record StaffId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
