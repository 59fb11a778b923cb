package uk.anteroom.account;

import java.util.UUID;

/** Names a passkey within a practice; opens nothing. */
public record PasskeyId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
