package uk.anteroom.alert;

import java.util.UUID;
import uk.anteroom.practice.StaffId;

/**
 * One thing that one member of staff is told of.
 *
 * @param cause the request or the message
 */
record Alert(AlertId id, AlertKind kind, UUID cause, StaffId staff) {}
