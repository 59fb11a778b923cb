package uk.anteroom.attachment;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.PracticeId;

/** Keeps files beside everything else, so that one backup has all of it. */
@Repository
class DatabaseFileStore implements FileStore {

    private final JdbcClient jdbc;

    DatabaseFileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(PracticeId practice, AttachmentId id, byte[] sealed) {
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
        return jdbc.sql(
                        "select bytes_sealed from attachment_file where practice_id = :practice and attachment_id = :id")
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) -> row.getBytes("bytes_sealed"))
                .optional();
    }

    @Override
    public void delete(PracticeId practice, AttachmentId id) {
        jdbc.sql("delete from attachment_file where practice_id = :practice and attachment_id = :id")
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
    }
}
