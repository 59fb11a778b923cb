package uk.anteroom.consultation;

import uk.anteroom.kernel.PracticeId;

/** A consultation is over for good. Published in the transaction that made it so. */
public sealed interface ConsultationOver
        permits ConsultationCompleted, ConsultationUnsuccessful, ConsultationCancelled, ConsultationExpired {

    PracticeId practice();

    ConsultationId consultation();
}
