package uk.anteroom.consultation;

import org.jspecify.annotations.Nullable;

/**
 * What somebody who waits may know of the wait: nothing about anybody else but how many there are.
 *
 * @param before how many are before them for the same clinician
 * @param minutes about how long it still takes, as it is said; 0 if nobody can tell
 * @param wish what they have chosen
 */
public record Wait(
        State state, int before, int minutes, @Nullable Wish wish) {

    /** From so many minutes on somebody is told how many, and offered something else than to wait. */
    static final int LATE_FROM = 5;

    /** What the clinician does. */
    public enum State {
        /** Has not come; nobody can tell how long it takes. */
        ABSENT,
        /** Has this patient's page open. */
        HERE,
        /** Talks to another patient, or others come first, and it does not take long. */
        WITH_ANOTHER,
        /** It takes {@link #LATE_FROM} minutes or more. */
        LATE
    }
}
