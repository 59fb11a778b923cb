package uk.anteroom.attachment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.StaffId;

/**
 * Who sends a file, and what it is for: only they send its pieces, attach it and discard it.
 *
 * @param patient of whose conversation it is; null for a request's
 * @param by who of the practice sends it; null for the patient, and for whoever asks
 * @param request that is being written, which may never be sent; null for a conversation's
 */
public record FileOwner(
        @Nullable PatientId patient,
        @Nullable StaffId by,
        @Nullable UUID request) {

    public FileOwner {
        if ((patient == null) == (request == null) || by != null && patient == null) {
            throw new IllegalArgumentException("A file is of a conversation or of a request");
        }
    }

    /** The patient, or that member of staff for the patient. */
    public static FileOwner conversation(PatientId patient, @Nullable StaffId by) {
        return new FileOwner(patient, by, null);
    }

    /** Whoever writes that request. */
    public static FileOwner request(UUID request) {
        return new FileOwner(null, null, request);
    }
}
