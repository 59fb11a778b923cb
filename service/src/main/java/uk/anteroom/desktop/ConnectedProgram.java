package uk.anteroom.desktop;

import java.time.Duration;
import java.time.Instant;
import uk.anteroom.practice.StaffMember;

/**
 * A program that acts for a member of staff, as both are now.
 *
 * @param lasts how long its token works if it is not used again
 */
public record ConnectedProgram(
        ProgramId id, ProgramKind kind, StaffMember by, Instant connectedAt, Instant usedAt, Duration lasts) {}
