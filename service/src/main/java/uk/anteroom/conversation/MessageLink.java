package uk.anteroom.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;

/**
 * The link that told a patient of a message. It leads to the whole conversation.
 *
 * @param young whether its life is not over by the clock of the database
 */
record MessageLink(
        PracticeId practice,
        MessageId message,
        PatientId patient,
        int attemptsLeft,
        boolean young,
        @Nullable Instant lockedAt) {

    boolean usable() {
        return young && lockedAt == null;
    }
}
