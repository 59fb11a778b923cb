package uk.anteroom.conversation;

import org.jspecify.annotations.Nullable;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.Practice;

/**
 * Somebody stands at the door with a link, a device of ours or an account: where it leads.
 *
 * @param carer who stands there for the patient; null for the patient themselves
 */
public record ConversationVisit(
        Practice practice, PatientId patient, @Nullable PatientId carer) {

    public ConversationVisit(Practice practice, PatientId patient) {
        this(practice, patient, null);
    }

    /** Whoever stands there. */
    public PatientId by() {
        return carer == null ? patient : carer;
    }
}
