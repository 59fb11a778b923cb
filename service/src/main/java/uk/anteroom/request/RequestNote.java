package uk.anteroom.request;

import java.time.Instant;
import java.util.UUID;
import uk.anteroom.practice.StaffId;

/** What one member of staff noted for the others. */
public record RequestNote(UUID id, String text, StaffId by, Instant at) {

    @Override
    public String toString() {
        return "RequestNote(" + id + ")";
    }
}
