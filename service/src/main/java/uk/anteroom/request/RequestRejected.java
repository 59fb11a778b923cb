package uk.anteroom.request;

import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.StaffMember;

/**
 * The practice does not do what a patient on its list asked for. Announced in the commit of the rejection, so that the patient is told or nothing happened.
 *
 * @param title null where somebody else may have written it, whose words are for the practice alone
 * @param words what the patient is told besides the reason; may be empty
 */
public record RequestRejected(
        PracticeId practice,
        RequestId request,
        PatientId patient,
        StaffMember by,
        @Nullable String title,
        Closing.Reason reason,
        String words) {

    @Override
    public String toString() {
        return "RequestRejected(" + request + ")";
    }
}
