package uk.anteroom.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.testing.Eventually.eventually;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;

/** What every place for files must do. */
abstract class FileStoreContract extends ScannedService {

    @Autowired
    FileStore store;

    @Autowired
    PracticeTransactions transactions;

    @Test
    void whatWasPutIsGot() {
        AttachmentId id = begun("a.pdf", 100).id();
        put(id, new byte[] {1, 2, 3});
        assertThat(store.get(practice, id).orElseThrow()).containsExactly(1, 2, 3);
    }

    @Test
    void whatWasNeverPutIsAbsentAndDeletingItDoesNothing() {
        AttachmentId id = begun("a.pdf", 100).id();
        assertThat(store.get(practice, id)).isEmpty();
        delete(id);
        assertThat(store.get(practice, id)).isEmpty();
    }

    @Test
    void puttingAgainReplaces() {
        AttachmentId id = begun("a.pdf", 100).id();
        put(id, new byte[] {1, 2, 3});
        put(id, new byte[] {4});
        assertThat(store.get(practice, id).orElseThrow()).containsExactly(4);
    }

    @Test
    void largestFileIsKeptWhole() {
        AttachmentId id = begun("a.pdf", 100).id();
        byte[] large = new byte[10 * 1024 * 1024];
        new Random(7).nextBytes(large);
        put(id, large);
        assertThat(store.get(practice, id).orElseThrow()).isEqualTo(large);
    }

    @Test
    void deletedIsGoneWithTheCommitOrSoonAfter() {
        AttachmentId id = begun("a.pdf", 100).id();
        put(id, new byte[] {1});
        delete(id);
        eventually("gone", () -> store.get(practice, id).isEmpty());
    }

    @Test
    void deletionThatIsRolledBackDeletesNothing() {
        AttachmentId id = begun("a.pdf", 100).id();
        put(id, new byte[] {1});
        try {
            transactions.in(practice, () -> {
                store.delete(practice, id);
                throw new IllegalStateException("on purpose");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("on purpose");
        }
        // a later one has gone, so an earlier one would have
        AttachmentId later = begun("b.pdf", 100).id();
        put(later, new byte[] {2});
        delete(later);
        eventually("gone", () -> store.get(practice, later).isEmpty());
        assertThat(store.get(practice, id)).isPresent();
    }

    @Test
    void idOfAnotherPracticeGivesNothing() {
        AttachmentId id = begun("a.pdf", 100).id();
        put(id, new byte[] {1});
        PracticeId elsewhere = cast.surgery().practice();
        assertThat(store.get(elsewhere, id)).isEmpty();
        transactions.in(elsewhere, () -> store.delete(elsewhere, id));
        assertThat(store.get(practice, new AttachmentId(UUID.randomUUID()))).isEmpty();
        assertThat(store.get(practice, id)).isPresent();
    }

    private void put(AttachmentId id, byte[] sealed) {
        transactions.in(practice, () -> store.put(practice, id, sealed));
    }

    private void delete(AttachmentId id) {
        transactions.in(practice, () -> store.delete(practice, id));
    }
}
