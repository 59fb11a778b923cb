package uk.anteroom.account;

import java.util.UUID;

/** Names a place where an account is signed in; opens nothing. */
public record AccountSessionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
