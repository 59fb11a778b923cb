package uk.anteroom.call;

import uk.anteroom.kernel.PracticeId;

/** Tells whoever holds sockets of a call that its room has changed. Never blocks, never throws. */
public interface Doorbell {

    /** Rung after the commit; several rings may be answered by one look at the room. */
    void ring(PracticeId practice, CallId call);
}
