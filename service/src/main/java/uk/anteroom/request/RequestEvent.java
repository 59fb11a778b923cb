package uk.anteroom.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.anteroom.practice.StaffId;

/**
 * Something that happened to a request.
 *
 * @param by null: nobody of the staff, or by itself
 * @param toStaff to whom it was assigned
 * @param toGroup the name of the group it was assigned to, as it was then
 */
public record RequestEvent(
        Kind what,
        Instant at,
        @Nullable StaffId by,
        @Nullable StaffId toStaff,
        @Nullable String toGroup) {

    /** What it was. */
    public enum Kind {
        RECEIVED,
        /** A member of staff said which patient it is of. */
        MATCHED,
        ASSIGNED,
        UNASSIGNED,
        NOTED,
        COMPLETED,
        REJECTED,
        REOPENED
    }
}
