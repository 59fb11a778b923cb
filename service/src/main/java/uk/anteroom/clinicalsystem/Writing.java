package uk.anteroom.clinicalsystem;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.NhsNumber;

/** What is to be written, in the terms of the record. */
sealed interface Writing {

    /** Our id, by which the clinical system recognises a repeat. */
    UUID id();

    NhsNumber patient();

    Author author();

    /** When it was decided that it goes into the record. */
    Instant recorded();

    /**
     * A consultation that took place.
     *
     * @param start when the patient was admitted first
     * @param end when it ended
     */
    record Encounter(
            UUID id, SnomedCode code, NhsNumber patient, Author author, Instant start, Instant end, Instant recorded)
            implements Writing {

        @Override
        public String toString() {
            return "Encounter(" + id + ")";
        }
    }

    /**
     * A document.
     *
     * @param consultation null if it belongs to none
     */
    record Filed(
            UUID id, @Nullable UUID consultation, Document document, NhsNumber patient, Author author, Instant recorded)
            implements Writing {

        @Override
        public String toString() {
            return "Filed(" + id + ")";
        }
    }
}
