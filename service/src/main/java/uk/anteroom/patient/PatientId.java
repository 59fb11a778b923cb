package uk.anteroom.patient;

import java.util.UUID;

/** Names a patient within a practice. Says nothing about who it is. */
public record PatientId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
