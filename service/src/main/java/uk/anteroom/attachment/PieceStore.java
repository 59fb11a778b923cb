package uk.anteroom.attachment;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.PracticeId;

@Repository
class PieceStore {

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    PieceStore(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void add(PracticeId practice, AttachmentId id, long offset, byte[] piece) {
        jdbc.sql("""
                insert into attachment_piece (practice_id, attachment_id, starts_at, piece_sealed)
                values (:practice, :id, :offset, :piece)
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("offset", offset)
                .param("piece", cipher.sealBytes(piece, place(id, offset)))
                .update();
    }

    /** All that has come, put together. */
    byte[] together(PracticeId practice, AttachmentId id) {
        ByteArrayOutputStream together = new ByteArrayOutputStream();
        pieces(practice, id).forEach(together::writeBytes);
        return together.toByteArray();
    }

    private List<byte[]> pieces(PracticeId practice, AttachmentId id) {
        return jdbc.sql("""
                select starts_at, piece_sealed from attachment_piece
                where practice_id = :practice and attachment_id = :id
                order by starts_at
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) -> cipher.openBytes(row.getBytes("piece_sealed"), place(id, row.getLong("starts_at"))))
                .list();
    }

    void delete(PracticeId practice, AttachmentId id) {
        jdbc.sql("delete from attachment_piece where practice_id = :practice and attachment_id = :id")
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
    }

    private static String place(AttachmentId id, long offset) {
        return "attachment.piece:" + id + "/" + offset;
    }
}
