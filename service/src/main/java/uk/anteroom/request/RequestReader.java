package uk.anteroom.request;

import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;

/**
 * Who reads what a patient has asked for, outside of the practice.
 *
 * @param by the patient themselves, or who cares for them
 */
public record RequestReader(PracticeId practice, PatientId by, PatientId patient) {}
