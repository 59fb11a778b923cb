package uk.anteroom.consultation;

import uk.anteroom.kernel.PracticeId;

/**
 * Tells whoever watches a practice's waiting room that something there has changed. Carries nothing: who is rung looks for themselves. Never
 * blocks, never throws.
 *
 * <p>It rings in this process. A second node would be rung from {@link WaitingRing}, the one place that knows of every change, in the
 * commit and not after it: {@code pg_notify} with the practice's id, and a listening connection on each node that rings its own bell.
 */
public interface WaitingBell {

    /** Rung after the commit; several rings may be answered by one look. */
    void ring(PracticeId practice);
}
