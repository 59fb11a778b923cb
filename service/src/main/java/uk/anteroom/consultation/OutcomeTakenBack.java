package uk.anteroom.consultation;

import uk.anteroom.kernel.PracticeId;
import uk.anteroom.practice.StaffMember;

/** Somebody pressed {@code Consultation completed} in error, and has said so in time. Published in the transaction that stored it. */
public record OutcomeTakenBack(StaffMember by, ConsultationId consultation) {

    public PracticeId practice() {
        return by.practice();
    }
}
