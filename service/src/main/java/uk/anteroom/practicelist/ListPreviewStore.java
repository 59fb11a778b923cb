package uk.anteroom.practicelist;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.practice.StaffId;

/** Files that were sent and not taken over yet, sealed, for a day. */
@Repository
class ListPreviewStore {

    private static final String YOUNG = "made_at > clock_timestamp() - interval '1 day'";

    /** A file as it came. */
    @SuppressWarnings("ArrayRecordComponent")
    record Kept(byte[] content, Instant madeAt) {}

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    ListPreviewStore(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Keeps it, and forgets those that are too old. */
    void put(PracticeId practice, ListPreviewId id, byte[] content, StaffId by) {
        jdbc.sql("delete from list_preview where practice_id = :practice and not " + YOUNG)
                .param("practice", practice.value())
                .update();
        jdbc.sql("""
                insert into list_preview (practice_id, preview_id, content_sealed, made_by)
                values (:practice, :id, :content, :by)
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("content", cipher.sealBytes(content, place(id)))
                .param("by", by.value())
                .update();
    }

    Optional<Kept> find(PracticeId practice, ListPreviewId id) {
        return jdbc.sql(
                        "select content_sealed, made_at from list_preview where practice_id = :practice and preview_id = :id"
                                + " and " + YOUNG)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) -> new Kept(
                        cipher.openBytes(row.getBytes("content_sealed"), place(id)),
                        row.getObject("made_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** True if there was such a one. */
    boolean forget(PracticeId practice, ListPreviewId id) {
        return jdbc.sql("delete from list_preview where practice_id = :practice and preview_id = :id")
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private static String place(ListPreviewId id) {
        return "list_preview.content:" + id;
    }
}
