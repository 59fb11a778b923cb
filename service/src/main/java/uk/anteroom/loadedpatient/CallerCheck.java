package uk.anteroom.loadedpatient;

import java.util.UUID;
import uk.anteroom.kernel.PracticeId;

/** Says whether a program's token still works; a socket outlives the request that proved it. */
public interface CallerCheck {

    boolean stillConnected(PracticeId practice, UUID program);
}
