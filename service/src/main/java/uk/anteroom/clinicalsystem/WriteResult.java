package uk.anteroom.clinicalsystem;

/** What the clinical system said to an entry. */
sealed interface WriteResult {

    /** It has it, by this write or an earlier one. */
    record Saved(String reference) implements WriteResult {}

    /** Not now; writing it again is safe. */
    record NotNow(EntryProblem problem) implements WriteResult {}

    /** Never like this. */
    record Refused(EntryProblem problem) implements WriteResult {}
}
