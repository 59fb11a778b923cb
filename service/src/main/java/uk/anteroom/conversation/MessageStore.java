package uk.anteroom.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.Carer;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.StaffId;

@Repository
class MessageStore {

    private static final String SELECT = """
            select practice_id, message_id, patient_id, kind, text_sealed, author_id, carer_id, carer_relationship_sealed, sent_at, read_at
            from message
            """;

    /** More than a conversation has in years, and a page that still loads. */
    private static final int MOST_SHOWN = 200;

    private static final int LONGEST_LIST = 100;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    MessageStore(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** False if this press of the button was stored before. */
    boolean add(
            PracticeId practice,
            MessageId id,
            PatientId patient,
            @Nullable StaffId author,
            @Nullable Carer carer,
            @Nullable MessageKind kind,
            MessageText text,
            UUID formKey) {
        return jdbc.sql("""
                        insert into message (practice_id, message_id, patient_id, direction, kind, text_sealed, author_id, carer_id,
                                             carer_relationship_sealed, form_key)
                        values (:practice, :id, :patient, :direction, :kind, :text, :author, :carer, :relationship, :formKey)
                        on conflict (practice_id, form_key) do nothing
                        """)
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .param("patient", patient.value())
                        .param("direction", author == null ? "PATIENT" : "STAFF")
                        .param("kind", kind == null ? null : kind.name())
                        .param("text", cipher.seal(text.value(), place(id)))
                        .param("author", author == null ? null : author.value(), Types.OTHER)
                        .param("carer", carer == null ? null : carer.id().value(), Types.OTHER)
                        .param(
                                "relationship",
                                carer == null ? null : cipher.seal(carer.relationship(), carerPlace(id)),
                                Types.BINARY)
                        .param("formKey", formKey)
                        .update()
                == 1;
    }

    Optional<Message> withFormKey(PracticeId practice, UUID formKey) {
        return jdbc.sql(SELECT + "where practice_id = :practice and form_key = :formKey")
                .param("practice", practice.value())
                .param("formKey", formKey)
                .query((row, n) -> message(row))
                .optional();
    }

    Optional<Message> find(PracticeId practice, MessageId id) {
        return jdbc.sql(SELECT + "where practice_id = :practice and message_id = :id")
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) -> message(row))
                .optional();
    }

    /** The newest of a patient's conversation, oldest first. */
    List<Message> ofPatient(PracticeId practice, PatientId patient) {
        return jdbc.sql(SELECT + """
                where practice_id = :practice and patient_id = :patient
                order by sent_at desc, message_id desc limit :most
                """)
                .param("practice", practice.value())
                .param("patient", patient.value())
                .param("most", MOST_SHOWN)
                .query((row, n) -> message(row))
                .list()
                .reversed();
    }

    /** What patients have written and nobody has read, the longest waiting first. */
    List<Message> unread(PracticeId practice) {
        return jdbc.sql(SELECT + """
                where practice_id = :practice and direction = 'PATIENT' and read_at is null
                order by sent_at limit :most
                """)
                .param("practice", practice.value())
                .param("most", LONGEST_LIST)
                .query((row, n) -> message(row))
                .list();
    }

    int countUnread(PracticeId practice) {
        return jdbc.sql("""
                select count(*) from message where practice_id = :practice and direction = 'PATIENT' and read_at is null
                """)
                .param("practice", practice.value())
                .query(Integer.class)
                .single();
    }

    /** How many of one patient's conversation nobody on the other side has read. */
    int countUnread(PracticeId practice, PatientId patient, boolean fromPatient) {
        return jdbc.sql("""
                select count(*) from message
                where practice_id = :practice and patient_id = :patient and direction = :from and read_at is null
                """)
                .param("practice", practice.value())
                .param("patient", patient.value())
                .param("from", fromPatient ? "PATIENT" : "STAFF")
                .query(Integer.class)
                .single();
    }

    /** These were shown to the patient; answers which of them were not before. */
    List<MessageId> shown(PracticeId practice, PatientId patient, Collection<MessageId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc
                .sql("""
                update message set read_at = clock_timestamp(), changed_at = clock_timestamp()
                where practice_id = :practice and patient_id = :patient and direction = 'STAFF' and read_at is null
                  and message_id in (:ids)
                returning message_id
                """)
                .param("practice", practice.value())
                .param("patient", patient.value())
                .param("ids", ids.stream().map(MessageId::value).toList())
                .query(UUID.class)
                .list()
                .stream()
                .map(MessageId::new)
                .toList();
    }

    /** Somebody of the practice has read one of the patient's. True if this call noted it. */
    boolean read(PracticeId practice, PatientId patient, MessageId id, StaffId by) {
        return jdbc.sql("""
                        update message set read_at = clock_timestamp(), read_by = :by, changed_at = clock_timestamp()
                        where practice_id = :practice and patient_id = :patient and message_id = :id and direction = 'PATIENT'
                          and read_at is null
                        """)
                        .param("practice", practice.value())
                        .param("patient", patient.value())
                        .param("id", id.value())
                        .param("by", by.value())
                        .update()
                == 1;
    }

    /** What is shown of it is another now. */
    void changed(PracticeId practice, MessageId id) {
        jdbc.sql("update message set changed_at = clock_timestamp() where practice_id = :practice and message_id = :id")
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
    }

    /** When something was written, read or scanned last in any conversation; empty if there is none. */
    Optional<Instant> lastChange(PracticeId practice) {
        return jdbc.sql("select changed_at from message where practice_id = :practice order by changed_at desc limit 1")
                .param("practice", practice.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private Message message(ResultSet row) throws SQLException {
        MessageId id = new MessageId(row.getObject("message_id", UUID.class));
        UUID author = row.getObject("author_id", UUID.class);
        UUID carer = row.getObject("carer_id", UUID.class);
        String kind = row.getString("kind");
        OffsetDateTime read = row.getObject("read_at", OffsetDateTime.class);
        return new Message(
                new PracticeId(row.getObject("practice_id", UUID.class)),
                id,
                new PatientId(row.getObject("patient_id", UUID.class)),
                author == null ? null : new StaffId(author),
                carer == null
                        ? null
                        : new Carer(
                                new PatientId(carer),
                                cipher.open(row.getBytes("carer_relationship_sealed"), carerPlace(id))),
                kind == null ? null : MessageKind.valueOf(kind),
                new MessageText(cipher.open(row.getBytes("text_sealed"), place(id))),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                read == null ? null : read.toInstant());
    }

    private static String place(MessageId id) {
        return "message.text:" + id;
    }

    private static String carerPlace(MessageId id) {
        return "message.carer_relationship:" + id;
    }
}
