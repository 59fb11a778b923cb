package uk.anteroom.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.consultation.IdentityProof;
import uk.anteroom.invitation.LinkToken;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;

/** The links of messages, and the devices whose holder passed the identity check. */
@Repository
class MessageLinkStore {

    private static final String SELECT = """
            select l.practice_id, l.message_id, m.patient_id, l.attempts_left, l.dies_at > clock_timestamp() as young, l.locked_at
            from message_link l
            join message m on m.practice_id = l.practice_id and m.message_id = l.message_id
            """;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    MessageLinkStore(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void add(PracticeId practice, MessageId message, LinkToken token, Duration life) {
        jdbc.sql("""
                insert into message_link (practice_id, message_id, token_hash, link_sealed, dies_at)
                values (:practice, :message, :hash, :link, clock_timestamp() + make_interval(secs => :seconds))
                """)
                .param("practice", practice.value())
                .param("message", message.value())
                .param("hash", token.digest())
                .param("link", cipher.seal(token.value(), place(message)))
                .param("seconds", (double) life.toSeconds())
                .update();
    }

    Optional<MessageLink> find(PracticeId practice, MessageId message) {
        return jdbc.sql(SELECT + "where l.practice_id = :practice and l.message_id = :message")
                .param("practice", practice.value())
                .param("message", message.value())
                .query((row, n) -> link(row))
                .optional();
    }

    Optional<MessageLink> withToken(PracticeId practice, LinkToken token) {
        return jdbc.sql(SELECT + "where l.practice_id = :practice and l.token_hash = :hash")
                .param("practice", practice.value())
                .param("hash", token.digest())
                .query((row, n) -> link(row))
                .optional();
    }

    /** By which a device came that is still believed. */
    Optional<MessageLink> ofDevice(PracticeId practice, byte[] deviceHash, Duration believed) {
        return jdbc.sql(SELECT + """
                where l.practice_id = :practice and l.message_id = (
                    select d.message_id from message_device d
                    where d.practice_id = :practice and d.device_hash = :hash
                      and d.bound_at > clock_timestamp() - make_interval(secs => :seconds))
                """)
                .param("practice", practice.value())
                .param("hash", deviceHash)
                .param("seconds", (double) believed.toSeconds())
                .query((row, n) -> link(row))
                .optional();
    }

    /** The link's token, until somebody has come by it. */
    Optional<LinkToken> token(PracticeId practice, MessageId message) {
        return jdbc.sql("""
                select link_sealed from message_link
                where practice_id = :practice and message_id = :message and link_sealed is not null
                """)
                .param("practice", practice.value())
                .param("message", message.value())
                .query((row, n) -> new LinkToken(cipher.open(row.getBytes("link_sealed"), place(message))))
                .optional();
    }

    /** Forgets the links of a patient whose life is over. */
    void eraseDead(PracticeId practice, PatientId patient) {
        jdbc.sql("""
                update message_link l set link_sealed = null
                from message m
                where l.practice_id = :practice and m.practice_id = l.practice_id and m.message_id = l.message_id
                  and m.patient_id = :patient and l.link_sealed is not null and l.dies_at < clock_timestamp()
                """)
                .param("practice", practice.value())
                .param("patient", patient.value())
                .update();
    }

    /** Uses up one attempt and answers how many remain, or nothing if none was left. Racing answers use one each. */
    Optional<Integer> takeAttempt(PracticeId practice, MessageId message) {
        return jdbc.sql("""
                update message_link set attempts_left = attempts_left - 1
                where practice_id = :practice and message_id = :message and attempts_left > 0 and locked_at is null
                returning attempts_left
                """)
                .param("practice", practice.value())
                .param("message", message.value())
                .query(Integer.class)
                .optional();
    }

    void lock(PracticeId practice, MessageId message) {
        jdbc.sql("""
                update message_link set locked_at = clock_timestamp(), link_sealed = null
                where practice_id = :practice and message_id = :message and locked_at is null
                """)
                .param("practice", practice.value())
                .param("message", message.value())
                .update();
    }

    /** Somebody signed in there to another patient's account, and was refused. */
    void otherAccount(PracticeId practice, MessageId message) {
        jdbc.sql("""
                update message_link set other_account_at = clock_timestamp()
                where practice_id = :practice and message_id = :message
                """)
                .param("practice", practice.value())
                .param("message", message.value())
                .update();
    }

    /** At which links of a patient that happened, and when last; not where the patient came afterwards. */
    Map<MessageId, Instant> otherAccounts(PracticeId practice, PatientId patient) {
        Map<MessageId, Instant> found = new HashMap<>();
        jdbc.sql("""
                select l.message_id, l.other_account_at
                from message m
                join message_link l on l.practice_id = m.practice_id and l.message_id = m.message_id
                where m.practice_id = :practice and m.patient_id = :patient
                  and l.other_account_at > coalesce(l.identity_at, '-infinity')
                """)
                .param("practice", practice.value())
                .param("patient", patient.value())
                .query(row -> {
                    found.put(
                            new MessageId(row.getObject("message_id", UUID.class)),
                            row.getObject("other_account_at", OffsetDateTime.class)
                                    .toInstant());
                });
        return found;
    }

    /** A right answer costs nothing: gives its attempt back, notes the consent given with it, and forgets the link, which has arrived. */
    void passed(PracticeId practice, MessageId message, IdentityProof by) {
        jdbc.sql("""
                update message_link
                set identity_at = clock_timestamp(), identity_by = :by, link_sealed = null,
                    consented_at = case when :by = 'BIRTH' then coalesce(consented_at, clock_timestamp()) else consented_at end,
                    attempts_left = least(5, attempts_left + case when :by = 'BIRTH' then 1 else 0 end)
                where practice_id = :practice and message_id = :message
                """)
                .param("practice", practice.value())
                .param("message", message.value())
                .param("by", by.name())
                .update();
    }

    void bind(PracticeId practice, byte[] deviceHash, MessageId message) {
        jdbc.sql("""
                insert into message_device (practice_id, device_hash, message_id)
                values (:practice, :hash, :message)
                """)
                .param("practice", practice.value())
                .param("hash", deviceHash)
                .param("message", message.value())
                .update();
    }

    /** True if there was such a device. */
    boolean unbind(PracticeId practice, byte[] deviceHash) {
        return jdbc.sql("delete from message_device where practice_id = :practice and device_hash = :hash")
                        .param("practice", practice.value())
                        .param("hash", deviceHash)
                        .update()
                > 0;
    }

    private static MessageLink link(ResultSet row) throws SQLException {
        OffsetDateTime locked = row.getObject("locked_at", OffsetDateTime.class);
        return new MessageLink(
                new PracticeId(row.getObject("practice_id", UUID.class)),
                new MessageId(row.getObject("message_id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getInt("attempts_left"),
                row.getBoolean("young"),
                locked == null ? null : locked.toInstant());
    }

    private static String place(MessageId message) {
        return "message.link:" + message;
    }
}
