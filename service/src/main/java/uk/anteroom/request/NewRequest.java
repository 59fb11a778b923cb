package uk.anteroom.request;

import org.jspecify.annotations.Nullable;
import uk.anteroom.patient.PatientId;

/**
 * A request as it comes in.
 *
 * @param patient on the list; null while nobody can tell who it is, and then there is a sender
 * @param sender who says that they sent it; null for whoever was known before, as by an account
 * @param title 1 to 200 characters
 */
public record NewRequest(
        RequestId id,
        @Nullable PatientId patient,
        @Nullable Sender sender,
        PatientRequest.Kind kind,
        PatientRequest.Urgency urgency,
        String title,
        String body) {

    public NewRequest {
        if (patient == null && sender == null) {
            throw new IllegalArgumentException("A request of nobody");
        }
    }

    @Override
    public String toString() {
        return "NewRequest(" + id + ")";
    }
}
