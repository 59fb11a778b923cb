package uk.anteroom.fileexchange;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.anteroom.attachment.FileOwner;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.StaffId;

/** Who sends files, and for what. */
public record FileSender(PracticeId practice, FileOwner owner) {

    /**
     * For a patient's conversation.
     *
     * @param by null for the patient
     */
    public FileSender(PracticeId practice, PatientId patient, @Nullable StaffId by) {
        this(practice, FileOwner.conversation(patient, by));
    }

    /** Whoever writes that request. */
    public static FileSender asking(PracticeId practice, UUID request) {
        return new FileSender(practice, FileOwner.request(request));
    }
}
