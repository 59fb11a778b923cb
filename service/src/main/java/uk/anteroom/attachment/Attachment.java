package uk.anteroom.attachment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.StaffId;

/**
 * A file without its bytes. Hides itself when printed.
 *
 * @param patient whose conversation it is for
 * @param by who of the practice sends it; null for the patient's own
 * @param name as it was called, without whatever is no word; it ends as its kind does once that is known
 * @param kind null until all of it was received, and when it was refused
 * @param size the bytes that were announced, then those that are kept; none of what was refused or infected
 * @param received how many have come; the next piece begins there
 * @param refusal only in {@link AttachmentState#REFUSED}
 * @param message what it is attached to; null before
 */
public record Attachment(
        PracticeId practice,
        AttachmentId id,
        PatientId patient,
        @Nullable StaffId by,
        String name,
        @Nullable FileKind kind,
        long size,
        long received,
        AttachmentState state,
        @Nullable Refusal refusal,
        boolean hasThumbnail,
        @Nullable UUID message) {

    /** All of it was received and made anew. */
    public boolean kept() {
        return state == AttachmentState.WAITING || state == AttachmentState.CLEAN;
    }

    boolean receivedWhole() {
        return state == AttachmentState.RECEIVING && received == size;
    }

    @Override
    public String toString() {
        return "Attachment(" + id + ")";
    }
}
