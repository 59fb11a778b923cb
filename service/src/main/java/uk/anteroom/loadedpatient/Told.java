package uk.anteroom.loadedpatient;

import java.time.Instant;
import java.util.UUID;
import uk.anteroom.practice.StaffMember;

/**
 * That something was told: by which program, for whom, under which id, and when it happened by its own clock.
 */
public record Told(StaffMember by, UUID program, String eventId, Instant at) {}
