package uk.anteroom.demo.record;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a member of staff did last: opened a patient, or closed whoever was open. */
record Opened(UUID event, Instant at, @Nullable RecordPatient patient) {}
