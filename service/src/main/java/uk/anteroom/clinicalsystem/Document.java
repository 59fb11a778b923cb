package uk.anteroom.clinicalsystem;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document as it goes into the record.
 *
 * @param title what it is, for whoever reads the record, such as {@code Clinical photo: ear, left}
 * @param contentType its media type
 * @param created when it was made; of what belongs to a message, when that was sent
 * @param message the message whose words it holds, or with which it went; null for any other
 */
public record Document(
        String title,
        String contentType,
        byte[] content,
        Instant created,
        @Nullable UUID message) {

    @Override
    public String toString() {
        return "Document(hidden)";
    }
}
