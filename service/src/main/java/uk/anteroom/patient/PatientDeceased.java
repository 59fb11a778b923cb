package uk.anteroom.patient;

import uk.anteroom.kernel.PracticeId;

/** The list says from now on that a patient has died. Published in the transaction that wrote it down. */
public record PatientDeceased(PracticeId practice, PatientId patient) {}
