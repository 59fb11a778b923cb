package uk.anteroom.request;

import org.jspecify.annotations.Nullable;
import uk.anteroom.patient.Carer;
import uk.anteroom.patient.PatientId;

/**
 * A request as it comes in.
 *
 * @param patient on the list; null while nobody can tell who it is, and then there is a sender
 * @param sender who says that they sent it; null for whoever was known before, as by an account
 * @param carer who wrote it for the patient; null if they did themselves
 * @param title 1 to 200 characters
 */
public record NewRequest(
        RequestId id,
        @Nullable PatientId patient,
        @Nullable Sender sender,
        @Nullable Carer carer,
        PatientRequest.Kind kind,
        PatientRequest.Urgency urgency,
        String title,
        String body) {

    public NewRequest {
        if (patient == null && sender == null) {
            throw new IllegalArgumentException("A request of nobody");
        }
    }

    /** One that nobody wrote for another. */
    public NewRequest(
            RequestId id,
            @Nullable PatientId patient,
            @Nullable Sender sender,
            PatientRequest.Kind kind,
            PatientRequest.Urgency urgency,
            String title,
            String body) {
        this(id, patient, sender, null, kind, urgency, title, body);
    }

    @Override
    public String toString() {
        return "NewRequest(" + id + ")";
    }
}
