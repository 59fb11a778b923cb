package uk.anteroom.attachment;

import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;

/** A file of a patient's conversation was scanned: it can be read now, or never. */
public record AttachmentChanged(PracticeId practice, PatientId patient) {}
