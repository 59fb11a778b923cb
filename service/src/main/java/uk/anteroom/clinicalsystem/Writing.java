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

        /** Whether it holds the words of a message, and does not only belong to one. */
        boolean holdsMessage() {
            return id.equals(document.message());
        }

        /** The same document as if it belonged to no message. */
        Filed withoutMessage() {
            Document alone = new Document(
                    document.title(), document.contentType(), document.content(), document.created(), null);
            return new Filed(id, consultation, alone, patient, author, recorded);
        }

        @Override
        public String toString() {
            return "Filed(" + id + ")";
        }
    }
}
