package uk.anteroom.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.anteroom.practice.StaffId;

/**
 * How a request was closed. There is one at a time: the first.
 *
 * @param reason of a rejection
 * @param words what the patient was told besides, of a rejection
 */
public record Closing(
        Outcome outcome,
        StaffId by,
        Instant at,
        @Nullable Reason reason,
        @Nullable String words) {

    /** What became of it. */
    public enum Outcome {
        COMPLETED,
        REJECTED
    }

    /** Why the practice does not do what was asked. */
    public enum Reason {
        /** Nobody of that name is on the practice's list. */
        NOT_ON_LIST,
        /** The same was asked before. */
        TWICE,
        /** Somebody else does this. */
        ELSEWHERE,
        /** What is said in words. */
        OTHER
    }

    @Override
    public String toString() {
        return "Closing(" + outcome + ")";
    }
}
