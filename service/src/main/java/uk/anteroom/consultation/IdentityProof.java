package uk.anteroom.consultation;

/** How somebody showed that they are the invited patient. */
public enum IdentityProof {
    /** By the date of birth. */
    BIRTH,
    /** By signing in to their account. */
    ACCOUNT
}
