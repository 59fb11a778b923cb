package uk.anteroom.attachment;

import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.PracticeId;

/** The files as they are, for those who may have them; sealed for wherever they are kept, and bound to their place there. */
@Component
class SealedFiles {

    private final FileStore store;
    private final FieldCipher cipher;

    SealedFiles(FileStore store, FieldCipher cipher) {
        this.store = store;
        this.cipher = cipher;
    }

    void put(PracticeId practice, AttachmentId id, byte[] file) {
        store.put(practice, id, cipher.sealBytes(file, place(practice, id)));
    }

    Optional<byte[]> get(PracticeId practice, AttachmentId id) {
        return store.get(practice, id).map(kept -> cipher.openBytes(kept, place(practice, id)));
    }

    void delete(PracticeId practice, AttachmentId id) {
        store.delete(practice, id);
    }

    private static String place(PracticeId practice, AttachmentId id) {
        return "attachment.file:" + practice + "/" + id;
    }
}
