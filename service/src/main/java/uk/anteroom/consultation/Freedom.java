package uk.anteroom.consultation;

/** What the patient answered when asked whether they can talk freely where they are. */
public enum Freedom {
    YES,
    NO,
    SKIPPED
}
