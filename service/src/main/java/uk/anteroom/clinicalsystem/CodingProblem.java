package uk.anteroom.clinicalsystem;

/** Why a code is not in the record yet, or will not be. */
public enum CodingProblem {
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
    NOT_SET_UP
}
