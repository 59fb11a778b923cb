package uk.anteroom.consultation;

import uk.anteroom.kernel.PracticeId;

/** The practice withdrew it before it took place. */
public record ConsultationCancelled(PracticeId practice, ConsultationId consultation) implements ConsultationOver {}
