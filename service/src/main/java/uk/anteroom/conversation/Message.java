package uk.anteroom.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.Carer;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.StaffId;

/**
 * One message of a conversation. Hides itself when printed.
 *
 * @param author who of the practice wrote it; null for the patient's own
 * @param carer who wrote one of the patient's for them; null if they did themselves
 * @param kind null for the patient's own
 * @param readAt when it was shown to the patient, or somebody of the practice said that they had read it; null before
 */
public record Message(
        PracticeId practice,
        MessageId id,
        PatientId patient,
        @Nullable StaffId author,
        @Nullable Carer carer,
        @Nullable MessageKind kind,
        MessageText text,
        Instant sentAt,
        @Nullable Instant readAt) {

    /** Of the letters that bring the link. */
    public static final String OCCASION = "message";

    public boolean fromPatient() {
        return author == null;
    }

    /** Whether the patient may answer it. */
    public boolean asksForReply() {
        return kind == MessageKind.REPLY_REQUIRED;
    }

    @Override
    public String toString() {
        return "Message(" + id + ")";
    }
}
