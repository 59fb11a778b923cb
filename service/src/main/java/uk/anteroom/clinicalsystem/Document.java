package uk.anteroom.clinicalsystem;

import java.time.Instant;

/**
 * A document as it goes into the record.
 *
 * @param title what it is, for whoever reads the record, such as {@code Clinical photo: ear, left}
 * @param contentType its media type
 * @param created when it was made
 */
public record Document(String title, String contentType, byte[] content, Instant created) {

    @Override
    public String toString() {
        return "Document(hidden)";
    }
}
