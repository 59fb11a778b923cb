package uk.anteroom.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.anteroom.patient.Carer;
import uk.anteroom.patient.PatientId;

/**
 * What a patient sent in.
 *
 * @param carer who wrote it for the patient; null if they did themselves
 * @param fromStranger whether its sender had not signed in and was matched by what they said: they may be somebody else
 * @param closing null while it is open
 */
public record PatientRequest(
        RequestId id,
        PatientId patient,
        @Nullable Carer carer,
        Kind kind,
        Urgency urgency,
        String title,
        String body,
        Instant receivedAt,
        Assignee assignee,
        boolean fromStranger,
        @Nullable Closing closing) {

    /** What it is about. */
    public enum Kind {
        MEDICAL,
        ADMINISTRATIVE
    }

    /** Most urgent first. */
    public enum Urgency {
        EMERGENCY,
        URGENT,
        ROUTINE
    }

    public boolean open() {
        return closing == null;
    }

    @Override
    public String toString() {
        return "PatientRequest(" + id + ")";
    }
}
