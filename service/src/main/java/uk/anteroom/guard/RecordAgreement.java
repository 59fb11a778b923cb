package uk.anteroom.guard;

import org.jspecify.annotations.Nullable;
import uk.anteroom.patient.Patient;

/** Whether the clinical system of whoever asks has the consultation's patient open. */
public sealed interface RecordAgreement {

    /** The same patient is open. */
    record Same() implements RecordAgreement {}

    /** Nobody is open, or nothing is connected that could tell. */
    record NobodyElse() implements RecordAgreement {}

    /**
     * Another patient is open: nothing is coded.
     *
     * @param eventId of what opened them there
     * @param other null if they are not on the practice's list
     */
    record Another(String eventId, @Nullable Patient other) implements RecordAgreement {}

    /** Another patient is open, and somebody has said that the consultation's patient is the right one all the same. */
    record Settled() implements RecordAgreement {}

    /** Whether the consultation may be coded. */
    default boolean mayCode() {
        return !(this instanceof Another);
    }
}
