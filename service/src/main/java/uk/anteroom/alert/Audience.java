package uk.anteroom.alert;

/** Who is told. */
public enum Audience {
    NOBODY,
    /** Whoever is on the duty list at that moment. */
    ON_DUTY,
    CHOSEN
}
