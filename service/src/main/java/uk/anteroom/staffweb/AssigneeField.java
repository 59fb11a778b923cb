package uk.anteroom.staffweb;

import java.util.Optional;
import java.util.UUID;
import uk.anteroom.practice.StaffId;
import uk.anteroom.request.Assignee;
import uk.anteroom.request.GroupId;

/** Whose a request is, as a form says it: {@code nobody}, {@code staff:} or {@code group:} and an id. */
final class AssigneeField {

    private static final String NOBODY = "nobody";
    private static final String STAFF = "staff:";
    private static final String GROUP = "group:";

    private AssigneeField() {}

    static String write(Assignee assignee) {
        return switch (assignee) {
            case Assignee.Nobody nobody -> NOBODY;
            case Assignee.Member(StaffId id) -> STAFF + id;
            case Assignee.Group(GroupId id) -> GROUP + id;
        };
    }

    /** Empty if it says nothing that can be. */
    static Optional<Assignee> read(String written) {
        try {
            if (written.startsWith(STAFF)) {
                return Optional.of(
                        new Assignee.Member(new StaffId(UUID.fromString(written.substring(STAFF.length())))));
            }
            if (written.startsWith(GROUP)) {
                return Optional.of(new Assignee.Group(new GroupId(UUID.fromString(written.substring(GROUP.length())))));
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return written.equals(NOBODY) ? Optional.of(new Assignee.Nobody()) : Optional.empty();
    }
}
