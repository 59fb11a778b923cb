package uk.anteroom.toolbar.signin;

/** What came of asking to be connected. */
public sealed interface Outcome {

    /** Somebody said yes. */
    record Connected(String token, Session session) implements Outcome {

        @Override
        public String toString() {
            return "Connected(hidden)";
        }
    }

    /** Somebody said no. */
    record Refused() implements Outcome {}

    /** Nobody answered in time. */
    record TooLate() implements Outcome {}
}
