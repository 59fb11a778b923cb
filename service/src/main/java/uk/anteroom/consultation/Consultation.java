package uk.anteroom.consultation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.anteroom.call.CallId;
import uk.anteroom.call.ParticipantId;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.StaffId;
import uk.anteroom.request.RequestId;

/**
 * A consultation by video as it stands.
 *
 * @param request the request it came from, if it came from one
 * @param clinician who holds it now
 * @param identityConfirmedAt when somebody last showed that they are the patient; null while nobody has
 * @param byPhone whether it went on by telephone, and not by video again
 * @param outcome null until one is recorded
 */
public record Consultation(
        PracticeId practice,
        ConsultationId id,
        PatientId patient,
        @Nullable RequestId request,
        StaffId clinician,
        CallId call,
        ParticipantId clinicianSeat,
        ParticipantId patientSeat,
        ConsultationState state,
        StaffId openedBy,
        Instant openedAt,
        @Nullable Instant identityConfirmedAt,
        @Nullable IdentityProof identityBy,
        @Nullable Instant waitingAt,
        @Nullable Instant liveAt,
        @Nullable Instant endedAt,
        boolean byPhone,
        @Nullable RecordedOutcome outcome) {

    /** Whether the patient's link still leads anywhere. */
    public boolean reachable() {
        return outcome == null && (state.open() || state == ConsultationState.ENDED);
    }

    /** Whether the patient was let in at least once. */
    public boolean letIn() {
        return liveAt != null;
    }

    /** Whether it may be recorded as completed: somebody was seen, and it was known who. */
    public boolean mayBeCompleted() {
        return liveAt != null && identityConfirmedAt != null;
    }
}
