package uk.anteroom.call;

import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.PracticeId;

/** A call was stopped for everybody: by that clinician, or by the service if {@code by} is null. */
public record CallEnded(
        PracticeId practice, CallId call, @Nullable ParticipantId by) {}
