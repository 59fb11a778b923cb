package uk.anteroom.clinicalsystem;

/** Why an entry is not in the record yet, or will not be. */
public enum EntryProblem {
    /** No answer, or one that is not from a clinical system. */
    UNREACHABLE,
    /** It asks to come back: busy, or somebody else writes the same. */
    BUSY,
    /** It does not know us, or does not let us write. */
    NOT_AUTHORISED,
    /** It does not accept the entry. */
    REFUSED,
    /** It has no such patient, or more than one. */
    NO_SUCH_PATIENT,
    /** The practice has no clinical system set up. */
    NOT_SET_UP;

    /** Whether the clinical system has surely not kept what we sent. */
    boolean nothingKept() {
        return this == REFUSED || this == NO_SUCH_PATIENT || this == NOT_SET_UP;
    }
}
