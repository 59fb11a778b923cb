package uk.anteroom.delivery;

/** Why a letter did not leave, in words a page can explain. */
public enum Problem {
    /** The provider does not know the address or number. */
    UNKNOWN_ADDRESS,
    /** The address or number is right, and nobody was reached there: a telephone that is off, a mailbox that is full. */
    NOT_REACHED,
    /** The provider refused the letter for another reason. */
    REFUSED,
    /** The provider does not answer, or asks to come back. */
    UNREACHABLE,
    /** The provider did not say whether it took the letter, and can no longer be asked. */
    UNCLEAR,
    /** No provider is set up for this channel. */
    NOT_SET_UP,
    /** Its reason ended before it could be sent. */
    OUT_OF_DATE
}
