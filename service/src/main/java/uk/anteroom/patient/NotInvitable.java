package uk.anteroom.patient;

/** Why a patient cannot be invited. */
public enum NotInvitable {
    /** The list says that they have died. */
    DECEASED,
    /** They are no longer on the list. */
    LEFT,
    /** The list has no date of birth, and they have no account: nobody could show that it is them. */
    NO_BIRTH
}
