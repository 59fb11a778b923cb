package uk.anteroom.fileexchange;

import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.StaffId;

/**
 * Who sends files, and for whose conversation.
 *
 * @param by null for the patient
 */
public record FileSender(
        PracticeId practice, PatientId patient, @Nullable StaffId by) {}
