package uk.anteroom.conversation;

import java.util.UUID;

/** Names a message of one practice. */
public record MessageId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
