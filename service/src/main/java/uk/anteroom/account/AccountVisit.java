package uk.anteroom.account;

import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;

/**
 * Somebody is signed in.
 *
 * @param holder whose account it is
 * @param patient for whom they act: themselves, or somebody they care for
 */
public record AccountVisit(
        PracticeId practice, PatientId holder, PatientId patient, AccountSessionId session, SignInWay way) {

    /** Whether a carer is at work. */
    public boolean actsForAnother() {
        return !holder.equals(patient);
    }
}
