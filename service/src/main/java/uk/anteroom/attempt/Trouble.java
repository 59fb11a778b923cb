package uk.anteroom.attempt;

/** What a patient says was the trouble with the call. */
public enum Trouble {
    SOUND,
    PICTURE,
    WAITING,
    GETTING_IN,
    SOMETHING_ELSE
}
