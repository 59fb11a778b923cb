package uk.anteroom.attachment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;

/**
 * A file of a patient's conversation was scanned: it can be read now, or never.
 *
 * @param message the one it goes with; null while it goes with none
 */
public record AttachmentChanged(
        PracticeId practice, PatientId patient, @Nullable UUID message) {}
