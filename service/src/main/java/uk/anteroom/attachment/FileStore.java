package uk.anteroom.attachment;

import java.util.Optional;
import uk.anteroom.kernel.PracticeId;

/** Keeps files. Gets them sealed, so that whoever runs the place reads none. Throws {@link StoreAway} while it can't be reached. */
interface FileStore {

    /** Replaces what is there. Called in the transaction that says so, before its commit; if that fails, nothing is lost by what was put. */
    void put(PracticeId practice, AttachmentId id, byte[] sealed);

    /** Called outside of any transaction where that can be: none should wait for a store. */
    Optional<byte[]> get(PracticeId practice, AttachmentId id);

    /** For good, with the commit of the transaction or soon after; does nothing if there is none. */
    void delete(PracticeId practice, AttachmentId id);
}
