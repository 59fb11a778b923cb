package uk.anteroom.consultation;

/** How a consultation went. */
public enum Outcome {
    /** It took place; it is coded in the clinical system. */
    COMPLETED,
    /** It did not; no codes are saved. */
    UNSUCCESSFUL
}
