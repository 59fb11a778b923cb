package uk.anteroom.consultation;

/** What came of asking whether somebody waits unattended. */
public enum Escalation {
    /** Nobody looks after them, and this is the first time that somebody is told. */
    ESCALATED,
    /** A clinician has the page open, or the patient is not there. */
    NOT_NOW,
    /** They were let in, the wait is over, or it was told before. */
    OVER
}
