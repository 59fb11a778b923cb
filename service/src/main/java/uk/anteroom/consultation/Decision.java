package uk.anteroom.consultation;

/** What came of pressing one of the two buttons. */
public sealed interface Decision {

    /** This outcome stands, by this press or an earlier one of the same kind. */
    record Recorded(RecordedOutcome outcome) implements Decision {}

    /** The other outcome was recorded first, and stands. */
    record AlreadyDecided(RecordedOutcome outcome) implements Decision {}

    /** It cannot be completed: nobody was admitted, or nobody's identity was confirmed. */
    record NeverTookPlace() implements Decision {}

    /** It cannot be completed now: somebody must first settle whose record is open. */
    record WrongPatientOpen() implements Decision {}

    /** It is not ended, or no longer exists as one to decide. */
    record NotEnded() implements Decision {}
}
