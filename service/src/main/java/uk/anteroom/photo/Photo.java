package uk.anteroom.photo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.kernel.PracticeId;

/**
 * A photo from the question to its end, without its picture.
 *
 * @param agreedAt when the patient agreed to have it taken and kept; null before
 * @param goneAt when it was taken back or deleted
 */
public record Photo(
        PracticeId practice,
        PhotoId id,
        ConsultationId consultation,
        BodySite site,
        @Nullable Side side,
        Instant askedAt,
        @Nullable Instant agreedAt,
        @Nullable Instant declinedAt,
        @Nullable Instant takenAt,
        @Nullable How how,
        int width,
        int height,
        @Nullable Instant goneAt) {

    /** The patient is being asked, or is about to take it. */
    public boolean open() {
        return takenAt == null && declinedAt == null && goneAt == null;
    }

    /** There is a picture. */
    public boolean kept() {
        return takenAt != null && goneAt == null;
    }
}
