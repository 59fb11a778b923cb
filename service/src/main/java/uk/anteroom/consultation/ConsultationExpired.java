package uk.anteroom.consultation;

import uk.anteroom.kernel.PracticeId;

/** Nobody came in time. */
public record ConsultationExpired(PracticeId practice, ConsultationId consultation) implements ConsultationOver {}
