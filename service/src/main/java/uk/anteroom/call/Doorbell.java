package uk.anteroom.call;

import uk.anteroom.kernel.PracticeId;

/** Tells whoever holds sockets of a call that its room has changed. Never blocks, never throws. */
public interface Doorbell {

    /** Rung after the commit; several rings may be answered by one look at the room. */
    void ring(PracticeId practice, CallId call);

    /** Tells every page of the call that something beside it has changed; {@code topic} says what to look up anew. */
    void tell(PracticeId practice, CallId call, String topic);
}
