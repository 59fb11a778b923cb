package uk.anteroom.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.request.RequestId;

@Repository
class IntakeStore {

    private static final String SELECT =
            "select request_id, answers_sealed from intake where practice_id = :practice and ";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final JsonMapper json;

    IntakeStore(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.json = JsonMapper.shared();
    }

    void add(PracticeId practice, RequestId id, byte[] keyHash, Answers answers) {
        jdbc.sql("""
                insert into intake (practice_id, request_id, key_hash, answers_sealed)
                values (:practice, :id, :key, :answers)
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("key", keyHash)
                .param("answers", seal(id, answers))
                .update();
    }

    /** Nothing of one that nobody has touched for so long: its job is late. */
    Optional<Intake> find(PracticeId practice, byte[] keyHash, Duration life) {
        return ofKey(practice, keyHash, life, "");
    }

    /** As {@link #find}; whoever else wants to change it waits until this transaction ends. */
    Optional<Intake> hold(PracticeId practice, byte[] keyHash, Duration life) {
        return ofKey(practice, keyHash, life, " for update");
    }

    private Optional<Intake> ofKey(PracticeId practice, byte[] keyHash, Duration life, String lock) {
        return jdbc.sql(SELECT
                        + "key_hash = :key and touched_at > clock_timestamp() - make_interval(secs => :life)"
                        + lock)
                .param("practice", practice.value())
                .param("key", keyHash)
                .param("life", life.toSeconds())
                .query((row, n) -> intake(row))
                .optional();
    }

    Optional<Intake> hold(PracticeId practice, RequestId id) {
        return jdbc.sql(SELECT + "request_id = :id for update")
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) -> intake(row))
                .optional();
    }

    void keep(PracticeId practice, RequestId id, Answers answers) {
        jdbc.sql("""
                update intake set answers_sealed = :answers, touched_at = clock_timestamp()
                where practice_id = :practice and request_id = :id
                """)
                .param("answers", seal(id, answers))
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
    }

    /** It was sent. Its answers are gone; that it was sent stays for a while, for whoever presses twice. */
    void sent(PracticeId practice, RequestId id) {
        jdbc.sql("""
                update intake set answers_sealed = null, sent_at = clock_timestamp(), touched_at = clock_timestamp()
                where practice_id = :practice and request_id = :id
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
    }

    void delete(PracticeId practice, RequestId id) {
        jdbc.sql("delete from intake where practice_id = :practice and request_id = :id")
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
    }

    /** Whether nobody has touched it for so long. */
    boolean leftAlone(PracticeId practice, RequestId id, Duration life) {
        return jdbc.sql("""
                select touched_at <= clock_timestamp() - make_interval(secs => :life) from intake
                where practice_id = :practice and request_id = :id
                """)
                .param("life", life.toSeconds())
                .param("practice", practice.value())
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /** How many that are not sent were touched within that time. */
    int countTouched(PracticeId practice, Duration within) {
        return jdbc.sql("""
                select count(*) from intake
                where practice_id = :practice and sent_at is null
                  and touched_at > clock_timestamp() - make_interval(secs => :within)
                """)
                .param("practice", practice.value())
                .param("within", within.toSeconds())
                .query(Integer.class)
                .single();
    }

    private Intake intake(ResultSet row) throws SQLException {
        RequestId id = new RequestId(row.getObject("request_id", UUID.class));
        byte[] sealed = row.getBytes("answers_sealed");
        return new Intake(id, sealed == null ? null : json.readValue(cipher.open(sealed, place(id)), Answers.class));
    }

    private byte[] seal(RequestId id, Answers answers) {
        return cipher.seal(json.writeValueAsString(answers), place(id));
    }

    private static String place(RequestId id) {
        return "intake.answers:" + id;
    }
}
