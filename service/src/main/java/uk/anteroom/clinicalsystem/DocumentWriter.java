package uk.anteroom.clinicalsystem;

import java.util.Optional;
import java.util.UUID;
import uk.anteroom.kernel.PracticeId;

/** Gives the documents of one kind. Implemented by the room that keeps them. */
public interface DocumentWriter {

    /** The kind it gives, such as {@code photo}. */
    String kind();

    /**
     * The document, fetched at the moment it is written to the record, so that no copy lies around in a job; empty if it was deleted meanwhile. Asked
     * outside of any transaction: a store of files may hang, and a connection to the database must not wait for it.
     */
    Optional<Document> write(PracticeId practice, UUID subject);
}
