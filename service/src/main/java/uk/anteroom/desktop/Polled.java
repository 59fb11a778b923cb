package uk.anteroom.desktop;

/** What a program is answered that asks whether it is connected (RFC 8628, 3.5). */
public sealed interface Polled {

    /** Nobody has answered yet. */
    record Pending() implements Polled {}

    /** It asked too soon, and waits five seconds longer each time from now on. */
    record TooSoon() implements Polled {}

    /** Somebody said no. */
    record Refused() implements Polled {}

    /** Too late, used already, or never given out: the three are answered alike. */
    record Gone() implements Polled {}

    /** Somebody said yes. Told once. */
    record Connected(ProgramConnected connected) implements Polled {}
}
