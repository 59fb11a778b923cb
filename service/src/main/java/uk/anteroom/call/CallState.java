package uk.anteroom.call;

/** How far a call has come: nobody is in it, somebody is, it was stopped (can be reopened), it is over for good. */
public enum CallState {
    WAITING,
    LIVE,
    ENDED,
    CLOSED
}
