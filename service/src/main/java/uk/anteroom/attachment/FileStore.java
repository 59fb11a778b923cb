package uk.anteroom.attachment;

import java.util.Optional;
import uk.anteroom.kernel.PracticeId;

/** Keeps files. Gets them sealed, so that whoever runs the place reads none. Called in the transaction of the practice. */
interface FileStore {

    void put(PracticeId practice, AttachmentId id, byte[] sealed);

    Optional<byte[]> get(PracticeId practice, AttachmentId id);

    /** For good; does nothing if there is none. */
    void delete(PracticeId practice, AttachmentId id);
}
