package uk.anteroom.consultation;

import uk.anteroom.practice.StaffMember;

/** Asked before a consultation is recorded as completed, in that transaction. Implemented by rooms that know a reason why not. */
public interface CompletionCheck {

    /** Whether this one may be completed, and so coded, by them now. */
    boolean mayComplete(StaffMember by, Consultation consultation);
}
