package uk.anteroom.toolbardoor;

import java.time.Instant;
import java.util.List;

/**
 * What a toolbar is told: the whole of it each time.
 *
 * @param waiting those whom its owner is told about, longest wait first
 * @param count how many wait in the practice
 * @param requests how many requests are open
 * @param replies how many messages of patients nobody has read
 */
record News(List<One> waiting, int count, int requests, int replies) {

    /**
     * One who waits.
     *
     * @param attended whether a clinician has the consultation's page open, which makes itself heard
     */
    record One(String consultation, String name, Instant since, boolean attended) {}
}
