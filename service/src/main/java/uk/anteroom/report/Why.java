package uk.anteroom.report;

import org.jspecify.annotations.Nullable;
import uk.anteroom.attempt.Reason;

/** Why a consultation is over and nobody met by video: what stopped it first. */
public enum Why {
    /** No letter with a link arrived anywhere. */
    LETTER_NOT_DELIVERED,
    /** Nobody had the page of the link in front of them. */
    LINK_NOT_OPENED,
    /** Nobody passed the identity check, and the link was closed after too many wrong dates of birth. */
    IDENTITY_CLOSED,
    /** The practice took the invitation back before anybody came. */
    WITHDRAWN,
    /** The link was opened, and nobody went on to the waiting room. */
    NOBODY_CAME,
    LEFT_WHILE_WAITING,
    NOT_LET_IN,
    DEVICES_REFUSED,
    PAGE_LOST,
    NO_NETWORK_PATH,
    RELAY_AWAY,
    /** Let in and there, but over before any page had said how it went. */
    NOT_MEASURED;

    /** Nothing for an attempt in which they met. */
    static @Nullable Why of(Reason reason) {
        return switch (reason) {
            case CONNECTED, CONNECTED_THEN_LOST -> null;
            case NO_NETWORK_PATH -> NO_NETWORK_PATH;
            case RELAY_AWAY -> RELAY_AWAY;
            case DEVICES_REFUSED -> DEVICES_REFUSED;
            case LEFT_WHILE_WAITING -> LEFT_WHILE_WAITING;
            case NOT_LET_IN -> NOT_LET_IN;
            case PAGE_LOST -> PAGE_LOST;
            case NOBODY_CAME -> NOBODY_CAME;
            case NOT_MEASURED -> NOT_MEASURED;
        };
    }
}
