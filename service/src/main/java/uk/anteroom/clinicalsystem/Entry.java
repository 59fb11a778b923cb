package uk.anteroom.clinicalsystem;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.StaffId;

/**
 * Something of ours on its way to the record: the code of a consultation, or a document of one or of a patient.
 *
 * @param kind {@code consultation}, or the kind of a {@link DocumentWriter}
 * @param subject the consultation, or the document
 * @param consultation null for a document that belongs to none
 * @param patient of such a document; null where the consultation says who it is
 * @param requestedBy who decided that it goes there; null for what an outcome brought about
 * @param code null for a document
 * @param tries how often it was handed over, the try that is under way included
 * @param reference where it stands in the clinical system, once it is saved
 * @param savedAt when the clinical system confirmed it
 * @param takenBackAt when somebody took it back
 */
public record Entry(
        String kind,
        UUID subject,
        @Nullable ConsultationId consultation,
        @Nullable PatientId patient,
        @Nullable StaffId requestedBy,
        @Nullable SnomedCode code,
        State state,
        int tries,
        @Nullable EntryProblem problem,
        @Nullable String reference,
        Instant requestedAt,
        @Nullable Instant savedAt,
        @Nullable Instant takenBackAt) {

    /** How far it has come. */
    public enum State {
        /** Stored here; it is saved as soon as the clinical system takes it. */
        PENDING,
        /** The clinical system confirmed it. */
        SAVED,
        /** It will not be saved by itself; somebody must do it by hand. */
        FAILED,
        /** Somebody said that they did it by hand. */
        BY_HAND,
        /** Taken back before it was ever handed over: nothing is in the record. */
        WITHDRAWN,
        /** Taken back; the record will say that it was entered in error as soon as the clinical system takes that. */
        RETRACTING,
        /** The record says that it was entered in error. */
        RETRACTED
    }
}
