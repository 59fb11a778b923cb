package uk.anteroom.consultation;

import uk.anteroom.kernel.PracticeId;

/** It is the turn of a patient who asked to be told by text. Published once for each such wish. */
public record PatientsTurn(PracticeId practice, ConsultationId consultation) {}
