package uk.anteroom.request;

/** Which requests a list has. */
public sealed interface Box {

    /** Open, and nobody's. */
    record Unassigned() implements Box {}

    /** Open, and one's own. */
    record Mine() implements Box {}

    /** Open, and of one group. */
    record OfGroup(GroupId id) implements Box {}

    /** Everything that is open. */
    record AllOpen() implements Box {}

    /** What was completed or rejected, newest first. */
    record Closed() implements Box {}
}
