package uk.anteroom.consultation;

/** {@code INVITED → WAITING → LIVE → ENDED}, then an outcome; or {@code CANCELLED}, or {@code EXPIRED}. */
public enum ConsultationState {
    /** The patient has not come yet. */
    INVITED,
    /** The patient has checked in. */
    WAITING,
    /** The patient was admitted. */
    LIVE,
    /** Stopped; can be reopened until there is an outcome. */
    ENDED,
    CANCELLED,
    EXPIRED;

    /** Somebody can still come or talk. */
    public boolean open() {
        return this == INVITED || this == WAITING || this == LIVE;
    }
}
