package uk.anteroom.request;

import org.jspecify.annotations.Nullable;

/**
 * Whose a request is and whether it is closed: what changes about it, and nothing of what it says.
 *
 * @param closing null while it is open
 */
public record RequestStanding(Assignee assignee, @Nullable Closing closing) {}
