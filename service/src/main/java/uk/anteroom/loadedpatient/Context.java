package uk.anteroom.loadedpatient;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is open in a topic.
 *
 * @param version another with each change
 * @param open the event that opened it; null if nobody is open, or nobody can tell
 */
public record Context(UUID version, @Nullable Open open) {

    /** The event that opened a patient. Hides itself when printed. */
    public record Open(String eventId, Instant at, String context) {

        @Override
        public String toString() {
            return "Open(" + eventId + ")";
        }
    }
}
