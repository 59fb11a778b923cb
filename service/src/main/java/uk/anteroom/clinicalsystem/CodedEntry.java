package uk.anteroom.clinicalsystem;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A code on its way to the record.
 *
 * @param reference where it stands in the clinical system, once it is saved
 * @param savedAt when the clinical system confirmed it
 */
public record CodedEntry(
        SnomedCode code,
        State state,
        int tries,
        @Nullable CodingProblem problem,
        @Nullable String reference,
        Instant requestedAt,
        @Nullable Instant savedAt) {

    /** How far it has come. */
    public enum State {
        /** Stored here; it is saved as soon as the clinical system takes it. */
        PENDING,
        /** The clinical system confirmed it. */
        SAVED,
        /** It will not be saved by itself; somebody must code it by hand. */
        FAILED,
        /** Somebody said that they coded it by hand. */
        BY_HAND
    }
}
