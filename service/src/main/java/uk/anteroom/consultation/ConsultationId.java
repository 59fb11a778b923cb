package uk.anteroom.consultation;

import java.util.UUID;

/** Names a consultation within a practice. */
public record ConsultationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
