package uk.anteroom.attachment;

import java.util.UUID;

/** Names a file of one practice. */
public record AttachmentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
