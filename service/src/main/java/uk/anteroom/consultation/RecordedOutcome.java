package uk.anteroom.consultation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.anteroom.practice.StaffId;

/**
 * An outcome with who decided it and when. There is one at most for a consultation, and the first is final.
 *
 * @param takenBackAt when a completed one was taken back, because it was pressed in error; null if it stands
 */
public record RecordedOutcome(
        Outcome outcome,
        @Nullable UnsuccessfulReason reason,
        StaffId by,
        Instant at,
        @Nullable Instant takenBackAt) {}
