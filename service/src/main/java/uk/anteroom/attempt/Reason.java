package uk.anteroom.attempt;

/** Why an attempt to meet ended as it did. "Let in" and "came" are said of those who are no clinicians. */
public enum Reason {
    /** Somebody was connected, and nobody had lost the other when it ended. */
    CONNECTED,
    /** Somebody was connected; at the end somebody said that it was lost, or was away. */
    CONNECTED_THEN_LOST,
    /** Let in and never connected, although a relay was reached or none is configured. */
    NO_NETWORK_PATH,
    /** Let in and never connected, and somebody could not reach the relay. */
    RELAY_AWAY,
    /** Came without a microphone that can be used, and never connected. */
    DEVICES_REFUSED,
    /** Came, and was gone or had left before being let in. */
    LEFT_WHILE_WAITING,
    /** Was there and never let in. */
    NOT_LET_IN,
    /** Let in, and the page was gone before it connected. */
    PAGE_LOST,
    NOBODY_CAME,
    /** Let in and there, but it was over before any page had said how it went. */
    NOT_MEASURED
}
