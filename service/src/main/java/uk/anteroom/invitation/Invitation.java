package uk.anteroom.invitation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.IdentityProof;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.practice.StaffId;

/**
 * An invitation as it stands.
 *
 * @param to where it goes, whatever the patient's own contact is
 * @param oneOff whether that is not the patient's own contact
 * @param otherAccountAt when somebody last signed in there to another patient's account, and was refused
 * @param young whether its life is not over by the clock of the database
 */
public record Invitation(
        PracticeId practice,
        InvitationId id,
        ConsultationId consultation,
        ContactPoint to,
        boolean oneOff,
        int attemptsLeft,
        boolean young,
        @Nullable Instant openedAt,
        @Nullable Instant identityAt,
        @Nullable IdentityProof identityBy,
        @Nullable Instant otherAccountAt,
        @Nullable Instant lockedAt,
        @Nullable Instant withdrawnAt,
        StaffId sentBy,
        Instant createdAt) {

    /** Of the letters that bring the link; others about the same invitation call back somebody who was there. */
    public static final String OCCASION = "invitation";

    /** Neither closed after wrong dates of birth nor taken back. */
    public boolean usable() {
        return lockedAt == null && withdrawnAt == null;
    }
}
