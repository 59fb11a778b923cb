package uk.anteroom.call;

/** What a participant may do: a clinician admits and ends, the others wait and go. */
public enum ParticipantRole {
    CLINICIAN,
    PATIENT,
    GUEST
}
