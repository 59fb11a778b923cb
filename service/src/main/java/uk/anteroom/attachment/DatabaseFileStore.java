package uk.anteroom.attachment;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;

/** Keeps files beside everything else, so that one backup has all of it. */
final class DatabaseFileStore implements FileStore {

    private final JdbcClient jdbc;
    private final PracticeTransactions transactions;

    DatabaseFileStore(JdbcClient jdbc, PracticeTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public void put(PracticeId practice, AttachmentId id, byte[] sealed) {
        delete(practice, id);
        jdbc.sql("""
                insert into attachment_file (practice_id, attachment_id, bytes_sealed) values (:practice, :id, :bytes)
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("bytes", sealed)
                .update();
    }

    @Override
    public Optional<byte[]> get(PracticeId practice, AttachmentId id) {
        return transactions.in(
                practice,
                () -> jdbc.sql(
                                "select bytes_sealed from attachment_file where practice_id = :practice and attachment_id = :id")
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .query((row, n) -> row.getBytes("bytes_sealed"))
                        .optional());
    }

    @Override
    public void delete(PracticeId practice, AttachmentId id) {
        jdbc.sql("delete from attachment_file where practice_id = :practice and attachment_id = :id")
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
    }
}
