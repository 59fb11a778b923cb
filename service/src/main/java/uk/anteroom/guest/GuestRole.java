package uk.anteroom.guest;

/** Why a third person is in a consultation, and what follows from it. */
public enum GuestRole {
    /** A relative, friend or paid carer of the patient: only with the patient's yes. */
    CARER,
    /** Spoken or signed. A voice is enough until the camera is wanted; one who signs is shown as large as the patient. Not told who the patient is. */
    INTERPRETER,
    /** Another clinician or member of staff. */
    COLLEAGUE,
    /** Somebody who is there so that two are not alone (GMC, Intimate examinations and chaperones, 2024): must be seen and named. */
    CHAPERONE;

    /** Whether nobody is let in without the patient's yes. */
    public boolean needsAgreement() {
        return this == CARER;
    }

    /** Whether the camera is on from the start. */
    public boolean startsWithCamera() {
        return this != INTERPRETER;
    }

    /** Whether everybody may be shown this guest as large as the patient. */
    public boolean mayBePinned() {
        return this == INTERPRETER;
    }

    /** Whether they see the patient's whole name, or the first name only. */
    public boolean seesFullName() {
        return this != INTERPRETER;
    }
}
