package uk.anteroom.photo;

/** Which of two, as the patient has them. */
public enum Side {
    LEFT,
    RIGHT,
    BOTH
}
