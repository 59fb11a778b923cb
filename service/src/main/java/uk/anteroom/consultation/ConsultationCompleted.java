package uk.anteroom.consultation;

import uk.anteroom.kernel.PracticeId;

/** It took place and was recorded as completed. */
public record ConsultationCompleted(PracticeId practice, ConsultationId consultation) implements ConsultationOver {}
