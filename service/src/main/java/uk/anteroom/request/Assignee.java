package uk.anteroom.request;

import uk.anteroom.practice.StaffId;

/** Who looks after a request. */
public sealed interface Assignee {

    /** Nobody yet. */
    record Nobody() implements Assignee {}

    /** One member of staff. */
    record Member(StaffId id) implements Assignee {}

    /** Whoever of a group takes it. */
    record Group(GroupId id) implements Assignee {}
}
