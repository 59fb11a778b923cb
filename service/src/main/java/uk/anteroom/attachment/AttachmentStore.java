package uk.anteroom.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.StaffId;

@Repository
class AttachmentStore {

    private static final String SELECT = """
            select practice_id, attachment_id, patient_id, by_id, request_id, name_sealed, kind, size, received, state, refusal,
                   thumbnail_sealed is not null as has_thumbnail, message_id, place is not null as attached
            from attachment
            """;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    AttachmentStore(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** How many are unfinished, or attached to nothing. Others who begin one for the same wait until this transaction ends. */
    int countLoose(PracticeId practice, FileOwner owner) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:whose, 0))")
                .param("whose", "attachment/" + practice + "/" + owner)
                .query((row, n) -> true)
                .single();
        return jdbc.sql("""
                select count(*) from attachment
                where practice_id = :practice and patient_id is not distinct from :patient and by_id is not distinct from :by
                  and request_id is not distinct from :request and place is null and state in ('RECEIVING', 'WAITING', 'CLEAN')
                """)
                .param("practice", practice.value())
                .params(owned(owner))
                .query(Integer.class)
                .single();
    }

    void add(PracticeId practice, AttachmentId id, FileOwner owner, FileName name, long size) {
        jdbc.sql("""
                insert into attachment (practice_id, attachment_id, patient_id, by_id, request_id, name_sealed, size)
                values (:practice, :id, :patient, :by, :request, :name, :size)
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .params(owned(owner))
                .param("name", cipher.seal(name.value(), namePlace(id)))
                .param("size", size)
                .update();
    }

    private static Map<String, @Nullable Object> owned(FileOwner owner) {
        Map<String, @Nullable Object> owned = new HashMap<>();
        owned.put(
                "patient", uuid(owner.patient() == null ? null : owner.patient().value()));
        owned.put("by", uuid(owner.by() == null ? null : owner.by().value()));
        owned.put("request", uuid(owner.request()));
        return owned;
    }

    private static SqlParameterValue uuid(@Nullable UUID value) {
        return new SqlParameterValue(Types.OTHER, value);
    }

    Optional<Attachment> find(PracticeId practice, AttachmentId id) {
        return find(practice, id, "");
    }

    /** As {@link #find}; whoever else wants to change it waits until this transaction ends. */
    Optional<Attachment> hold(PracticeId practice, AttachmentId id) {
        return find(practice, id, " for update");
    }

    private Optional<Attachment> find(PracticeId practice, AttachmentId id, String lock) {
        return jdbc.sql(SELECT + "where practice_id = :practice and attachment_id = :id" + lock)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) -> attachment(row))
                .optional();
    }

    /** Those of messages, in their order. */
    List<Attachment> ofMessages(PracticeId practice, Collection<UUID> messages) {
        if (messages.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT + """
                where practice_id = :practice and message_id in (:messages)
                order by message_id, place
                """)
                .param("practice", practice.value())
                .param("messages", messages)
                .query((row, n) -> attachment(row))
                .list();
    }

    /** Those of a request, attached or not, in their order. */
    List<Attachment> ofRequest(PracticeId practice, UUID request) {
        return jdbc.sql(SELECT + "where practice_id = :practice and request_id = :request order by place, begun_at")
                .param("practice", practice.value())
                .param("request", request)
                .query((row, n) -> attachment(row))
                .list();
    }

    void received(PracticeId practice, AttachmentId id, long upTo) {
        jdbc.sql("update attachment set received = :upTo where practice_id = :practice and attachment_id = :id")
                .param("upTo", upTo)
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
    }

    /** All of it is here and was made anew; it is to be scanned. */
    void kept(PracticeId practice, AttachmentId id, FileName name, MadeAnew file) {
        byte[] thumbnail = file.thumbnail();
        jdbc.sql("""
                update attachment
                set state = 'WAITING', kind = :kind, name_sealed = :name, size = :size, thumbnail_sealed = :thumbnail,
                    complete_at = clock_timestamp()
                where practice_id = :practice and attachment_id = :id
                """)
                .param("kind", file.kind().name())
                .param("name", cipher.seal(name.value(), namePlace(id)))
                .param("size", file.bytes().length)
                .param(
                        "thumbnail",
                        thumbnail == null ? null : cipher.sealBytes(thumbnail, thumbnailPlace(id)),
                        Types.BINARY)
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
    }

    void refused(PracticeId practice, AttachmentId id, Refusal why) {
        jdbc.sql("""
                update attachment set state = 'REFUSED', refusal = :why, size = 0, complete_at = clock_timestamp()
                where practice_id = :practice and attachment_id = :id
                """)
                .param("why", why.name())
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
    }

    /** Counts the scan that is about to be made, and answers which it is; empty if there is nothing to scan. */
    Optional<Integer> takeOutToScan(PracticeId practice, AttachmentId id) {
        return jdbc.sql("""
                update attachment set scans = scans + 1
                where practice_id = :practice and attachment_id = :id and state = 'WAITING'
                returning scans
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query(Integer.class)
                .optional();
    }

    /** True if it waited for that. */
    boolean clean(PracticeId practice, AttachmentId id) {
        return scanned("state = 'CLEAN'", practice, id);
    }

    /** True if it waited for that. */
    boolean infected(PracticeId practice, AttachmentId id) {
        return scanned("state = 'INFECTED', size = 0, thumbnail_sealed = null", practice, id);
    }

    private boolean scanned(String set, PracticeId practice, AttachmentId id) {
        return jdbc.sql("update attachment set scanned_at = clock_timestamp(), " + set
                                + " where practice_id = :practice and attachment_id = :id and state = 'WAITING'")
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    Optional<byte[]> thumbnail(PracticeId practice, AttachmentId id) {
        return jdbc.sql("""
                select thumbnail_sealed from attachment
                where practice_id = :practice and attachment_id = :id and state = 'CLEAN' and thumbnail_sealed is not null
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) -> cipher.openBytes(row.getBytes("thumbnail_sealed"), thumbnailPlace(id)))
                .optional();
    }

    /** {@code message} is null for a file of a request. */
    void attach(PracticeId practice, AttachmentId id, @Nullable UUID message, int place) {
        jdbc.sql("""
                update attachment set message_id = :message, place = :place
                where practice_id = :practice and attachment_id = :id
                """)
                .param("message", message, Types.OTHER)
                .param("place", place)
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
    }

    /** Whether it was begun that long ago. */
    boolean olderThan(Duration age, PracticeId practice, AttachmentId id) {
        return jdbc.sql("""
                select begun_at <= clock_timestamp() - make_interval(secs => :seconds) from attachment
                where practice_id = :practice and attachment_id = :id
                """)
                .param("seconds", age.toSeconds())
                .param("practice", practice.value())
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /** With its pieces. */
    void delete(PracticeId practice, AttachmentId id) {
        jdbc.sql("delete from attachment where practice_id = :practice and attachment_id = :id")
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
    }

    private Attachment attachment(ResultSet row) throws SQLException {
        AttachmentId id = new AttachmentId(row.getObject("attachment_id", UUID.class));
        UUID patient = row.getObject("patient_id", UUID.class);
        UUID by = row.getObject("by_id", UUID.class);
        String kind = row.getString("kind");
        String refusal = row.getString("refusal");
        return new Attachment(
                new PracticeId(row.getObject("practice_id", UUID.class)),
                id,
                new FileOwner(
                        patient == null ? null : new PatientId(patient),
                        by == null ? null : new StaffId(by),
                        row.getObject("request_id", UUID.class)),
                cipher.open(row.getBytes("name_sealed"), namePlace(id)),
                kind == null ? null : FileKind.valueOf(kind),
                row.getLong("size"),
                row.getLong("received"),
                AttachmentState.valueOf(row.getString("state")),
                refusal == null ? null : Refusal.valueOf(refusal),
                row.getBoolean("has_thumbnail"),
                row.getObject("message_id", UUID.class),
                row.getBoolean("attached"));
    }

    private static String namePlace(AttachmentId id) {
        return "attachment.name:" + id;
    }

    private static String thumbnailPlace(AttachmentId id) {
        return "attachment.thumbnail:" + id;
    }
}
