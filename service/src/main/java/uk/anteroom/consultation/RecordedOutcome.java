package uk.anteroom.consultation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.anteroom.practice.StaffId;

/** An outcome with who decided it and when. There is one at most for a consultation, and the first is final. */
public record RecordedOutcome(Outcome outcome, @Nullable UnsuccessfulReason reason, StaffId by, Instant at) {}
