package uk.anteroom.request;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.practice.StaffId;

@Repository
class NoteStore {

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    NoteStore(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** False if it was written before. */
    boolean add(PracticeId practice, RequestId request, UUID note, String text, StaffId by) {
        return jdbc.sql("""
                        insert into request_note (practice_id, request_id, note_id, text_sealed, written_by)
                        values (:practice, :request, :note, :text, :by)
                        on conflict do nothing
                        """)
                        .param("practice", practice.value())
                        .param("request", request.value())
                        .param("note", note)
                        .param("text", cipher.seal(text, place(note)))
                        .param("by", by.value())
                        .update()
                == 1;
    }

    /** Of one request, newest first. */
    List<RequestNote> of(PracticeId practice, RequestId request) {
        return jdbc.sql("""
                select note_id, text_sealed, written_by, written_at from request_note
                where practice_id = :practice and request_id = :request
                order by written_at desc, note_id
                """)
                .param("practice", practice.value())
                .param("request", request.value())
                .query((row, n) -> {
                    UUID note = row.getObject("note_id", UUID.class);
                    return new RequestNote(
                            note,
                            cipher.open(row.getBytes("text_sealed"), place(note)),
                            new StaffId(row.getObject("written_by", UUID.class)),
                            RequestRows.instant(row, "written_at"));
                })
                .list();
    }

    private static String place(UUID note) {
        return "request_note.text:" + note;
    }
}
