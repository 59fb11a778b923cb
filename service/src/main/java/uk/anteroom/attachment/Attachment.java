package uk.anteroom.attachment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.PracticeId;

/**
 * A file without its bytes. Hides itself when printed.
 *
 * @param owner who sends it, and what it is for
 * @param name as it was called, without whatever is no word; it ends as its kind does once that is known
 * @param kind null until all of it was received, and when it was refused
 * @param size the bytes that were announced, then those that are kept; none of what was refused or infected
 * @param received how many have come; the next piece begins there
 * @param refusal only in {@link AttachmentState#REFUSED}
 * @param message what it is attached to; null before, and for a request's
 * @param attached to its message, or to a request that was sent
 */
public record Attachment(
        PracticeId practice,
        AttachmentId id,
        FileOwner owner,
        String name,
        @Nullable FileKind kind,
        long size,
        long received,
        AttachmentState state,
        @Nullable Refusal refusal,
        boolean hasThumbnail,
        @Nullable UUID message,
        boolean attached) {

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
