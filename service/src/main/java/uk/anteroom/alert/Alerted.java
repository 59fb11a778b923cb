package uk.anteroom.alert;

import java.time.Instant;
import uk.anteroom.practice.StaffId;

/**
 * A member of staff was told by email of something that came in.
 *
 * @param at when the email left; when it was written if it was given up
 * @param reached false if it was given up
 */
public record Alerted(StaffId staff, Instant at, boolean reached) {}
