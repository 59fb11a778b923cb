package uk.anteroom.guest;

/** What the patient says to a guest. */
public enum Agreement {
    /** On their own page. */
    AGREED,
    /** To the clinician, who has noted it. */
    AGREED_ALOUD,
    DECLINED;

    /** Whether it is a yes. */
    public boolean yes() {
        return this != DECLINED;
    }
}
