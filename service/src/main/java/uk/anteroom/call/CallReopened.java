package uk.anteroom.call;

import uk.anteroom.kernel.PracticeId;

/** A call that had ended goes on. */
public record CallReopened(PracticeId practice, CallId call) {}
