package uk.anteroom.practicelist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a practice's list as a whole.
 *
 * @param regularly the clinical system is read without anybody pressing anything
 * @param baseUrl of the clinical system that gave the records their ids
 * @param readUpTo by the clinical system's clock: what changed later has not been read
 * @param changedAt when a reading last changed anything
 */
record ListState(
        boolean regularly,
        @Nullable String baseUrl,
        @Nullable Instant readUpTo,
        @Nullable Instant fullReadAt,
        @Nullable Instant changedAt) {

    static final ListState NEVER_READ = new ListState(false, null, null, null, null);
}
