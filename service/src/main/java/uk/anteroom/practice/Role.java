package uk.anteroom.practice;

/** What a member of staff is, in their practice. */
public enum Role {
    /** Holds consultations. */
    CLINICIAN,
    /** Invites and triages; cannot hold or code. */
    RECEPTIONIST,
    /** Staff, settings, reports; no clinical inbox. */
    PRACTICE_MANAGER
}
