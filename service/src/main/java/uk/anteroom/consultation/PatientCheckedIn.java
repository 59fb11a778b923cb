package uk.anteroom.consultation;

import uk.anteroom.kernel.PracticeId;

/** A patient has come and waits. Published once for each wait. */
public record PatientCheckedIn(PracticeId practice, ConsultationId consultation) {}
