package uk.anteroom.consultation;

import uk.anteroom.kernel.PracticeId;

/** It was recorded as unsuccessful. */
public record ConsultationUnsuccessful(PracticeId practice, ConsultationId consultation) implements ConsultationOver {}
