package uk.anteroom.guest;

/** What came of inviting a guest. */
public sealed interface Inviting {

    /** The letter is on its way, or was by an earlier arrival of the same press. */
    record Sent(GuestId guest) implements Inviting {}

    /** A call holds four, and there are. */
    record Full() implements Inviting {}

    /** Somebody, or a stuck key, invites too fast. */
    record TooMany() implements Inviting {}

    /** The consultation is over. */
    record Over() implements Inviting {}
}
