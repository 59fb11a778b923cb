package uk.anteroom.consultation;

/** Why a consultation was unsuccessful. Stays in Anteroom. */
public enum UnsuccessfulReason {
    DID_NOT_ARRIVE,
    TECHNICAL,
    IDENTITY,
    OTHER
}
