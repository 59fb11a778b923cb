package uk.anteroom.call;

import uk.anteroom.kernel.PracticeId;

/**
 * A call is over for good.
 *
 * @param hadEnded it was stopped before, which {@link CallEnded} told
 */
public record CallClosed(PracticeId practice, CallId call, boolean hadEnded) {}
