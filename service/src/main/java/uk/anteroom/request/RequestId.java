package uk.anteroom.request;

import java.util.Locale;
import java.util.UUID;

/** Names a patient's request within a practice. */
public record RequestId(UUID value) {

    private static final int HALF = 4;

    /** What people tell each other on the telephone: 7F3A 92C1. It says nothing about whom, and is not enough to find a request by. */
    public String reference() {
        String letters = value.toString().toUpperCase(Locale.ROOT);
        return letters.substring(0, HALF) + " " + letters.substring(HALF, 2 * HALF);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
