package uk.anteroom.invitation;

import java.time.Instant;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.patient.PatientId;

/**
 * Somebody asked for a new link and nothing was sent by itself: a line for the staff.
 *
 * @param invitation the link it was asked with
 * @param askedAt the last time
 * @param times how often since the line stands
 */
public record NewLink(
        NewLinkId id,
        InvitationId invitation,
        ConsultationId consultation,
        PatientId patient,
        Instant askedAt,
        int times,
        Why why) {

    /** Why nothing was sent by itself. */
    public enum Why {
        /** The consultation is not open any more. */
        OVER,
        /** The practice took the invitation back, and may have had a reason that it still has. */
        WITHDRAWN,
        /** Five wrong dates of birth: a new link would be five more guesses. */
        LOCKED,
        /** As many as may be sent by themselves were sent, to this consultation or to this contact. */
        ENOUGH
    }
}
