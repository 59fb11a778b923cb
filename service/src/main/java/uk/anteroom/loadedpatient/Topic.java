package uk.anteroom.loadedpatient;

import java.time.Duration;
import java.util.UUID;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.practice.StaffId;

/**
 * What the programs of one member of staff share for at most a working day. Its name is as good as a ticket, so it hides itself when
 * printed.
 */
public record Topic(PracticeId practice, StaffId staff, UUID id, String name, Duration lasts) {

    @Override
    public String toString() {
        return "Topic(" + id + ")";
    }
}
