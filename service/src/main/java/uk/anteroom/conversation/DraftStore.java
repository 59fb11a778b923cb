package uk.anteroom.conversation;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;

@Repository
class DraftStore {

    private static final String ONE =
            " where practice_id = :practice and patient_id = :patient and writer_id = :writer";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    DraftStore(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void keep(PracticeId practice, PatientId patient, UUID writer, String text) {
        jdbc.sql("""
                        insert into message_draft (practice_id, patient_id, writer_id, text_sealed)
                        values (:practice, :patient, :writer, :text)
                        on conflict (practice_id, patient_id, writer_id)
                        do update set text_sealed = excluded.text_sealed, changed_at = excluded.changed_at
                        """)
                .param("practice", practice.value())
                .param("patient", patient.value())
                .param("writer", writer)
                .param("text", cipher.seal(text, place(patient, writer)))
                .update();
    }

    Optional<String> find(PracticeId practice, PatientId patient, UUID writer) {
        return jdbc.sql("select text_sealed from message_draft" + ONE)
                .param("practice", practice.value())
                .param("patient", patient.value())
                .param("writer", writer)
                .query((row, n) -> cipher.open(row.getBytes("text_sealed"), place(patient, writer)))
                .optional();
    }

    void drop(PracticeId practice, PatientId patient, UUID writer) {
        jdbc.sql("delete from message_draft" + ONE)
                .param("practice", practice.value())
                .param("patient", patient.value())
                .param("writer", writer)
                .update();
    }

    private static String place(PatientId patient, UUID writer) {
        return "message_draft.text:" + patient + "|" + writer;
    }
}
