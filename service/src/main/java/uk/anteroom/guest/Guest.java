package uk.anteroom.guest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.anteroom.call.ParticipantId;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.PracticeId;

/**
 * A third person in a consultation.
 *
 * @param knownAs who they are in the clinician's words, such as "daughter"; null where the role says it
 * @param young the link's time is not over
 * @param openedAt when a person had the link's page in front of them; null before
 * @param confirmedAt when they said that it is them and agreed to use the service; null before
 * @param agreement what the patient says to it; null while they have said nothing
 * @param removedAt when they were sent away or taken back
 */
public record Guest(
        PracticeId practice,
        GuestId id,
        ConsultationId consultation,
        ParticipantId seat,
        GuestRole role,
        String name,
        @Nullable String knownAs,
        ContactPoint to,
        boolean young,
        Instant invitedAt,
        @Nullable Instant openedAt,
        @Nullable Instant confirmedAt,
        @Nullable Agreement agreement,
        @Nullable Instant removedAt) {

    /** Whether the patient's yes is missing. */
    public boolean awaitsAgreement() {
        return role.needsAgreement() && (agreement == null || !agreement.yes());
    }

    /** Neither sent away nor taken back. */
    public boolean welcome() {
        return removedAt == null;
    }
}
