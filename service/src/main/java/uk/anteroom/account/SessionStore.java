package uk.anteroom.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;

@Repository
class SessionStore {

    /** A consultation's waiting room needs no account, so nobody is signed out while they wait. */
    private static final Duration IDLE = Duration.ofMinutes(30);

    private static final Duration AT_MOST = Duration.ofHours(12);

    /** Long enough to add a passkey on two devices; a browser that somebody left open is soon no proof any more. */
    private static final Duration PROVED = Duration.ofMinutes(10);

    private static final String ALIVE = """
            seen_at > clock_timestamp() - make_interval(secs => %d) and created_at > clock_timestamp() - make_interval(secs => %d)
            """.formatted(IDLE.toSeconds(), AT_MOST.toSeconds());

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    SessionStore(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void add(PracticeId practice, PatientId patient, byte[] digest, SignInWay way, String device) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into account_session (practice_id, session_id, session_digest, patient_id, way, device_sealed)
                values (:practice, :id, :digest, :patient, :way, :device)
                """)
                .param("practice", practice.value())
                .param("id", id)
                .param("digest", digest)
                .param("patient", patient.value())
                .param("way", way.name())
                .param("device", cipher.seal(device, place(id)))
                .update();
    }

    /** Whoever comes with that key, seen now; empty if it is too long ago. */
    Optional<AccountVisit> seen(PracticeId practice, byte[] digest) {
        return jdbc.sql("""
                update account_session set seen_at = clock_timestamp()
                where practice_id = :practice and session_digest = :digest and
                """ + ALIVE + " returning session_id, patient_id, acting_for, way")
                .param("practice", practice.value())
                .param("digest", digest)
                .query((row, n) -> visit(practice, row))
                .optional();
    }

    private static AccountVisit visit(PracticeId practice, ResultSet row) throws SQLException {
        PatientId holder = new PatientId(row.getObject("patient_id", UUID.class));
        UUID other = row.getObject("acting_for", UUID.class);
        return new AccountVisit(
                practice,
                holder,
                other == null ? holder : new PatientId(other),
                new AccountSessionId(row.getObject("session_id", UUID.class)),
                SignInWay.valueOf(row.getString("way")));
    }

    /** Whether its holder has shown within the last ten minutes who they are. */
    boolean provedLately(PracticeId practice, AccountSessionId session) {
        return jdbc.sql("""
                select exists (
                    select from account_session
                    where practice_id = :practice and session_id = :session
                      and coalesce(proved_at, created_at) > clock_timestamp() - make_interval(secs => :lately))
                """)
                .param("practice", practice.value())
                .param("session", session.value())
                .param("lately", PROVED.toSeconds())
                .query(Boolean.class)
                .single();
    }

    void proved(PracticeId practice, AccountSessionId session) {
        jdbc.sql("""
                update account_session set proved_at = clock_timestamp() where practice_id = :practice and session_id = :session
                """)
                .param("practice", practice.value())
                .param("session", session.value())
                .update();
    }

    /** Those of an account that are not over, the last seen first. */
    List<AccountSession> ofPatient(PracticeId practice, PatientId patient) {
        return jdbc.sql("""
                select session_id, way, device_sealed, created_at, seen_at from account_session
                where practice_id = :practice and patient_id = :patient and
                """ + ALIVE + " order by seen_at desc")
                .param("practice", practice.value())
                .param("patient", patient.value())
                .query((row, n) -> session(row))
                .list();
    }

    private AccountSession session(ResultSet row) throws SQLException {
        UUID id = row.getObject("session_id", UUID.class);
        return new AccountSession(
                new AccountSessionId(id),
                SignInWay.valueOf(row.getString("way")),
                cipher.open(row.getBytes("device_sealed"), place(id)),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant());
    }

    boolean actFor(PracticeId practice, AccountSessionId session, @Nullable PatientId other) {
        return jdbc.sql("""
                update account_session set acting_for = :other where practice_id = :practice and session_id = :session
                """)
                        .param("other", other == null ? null : other.value())
                        .param("practice", practice.value())
                        .param("session", session.value())
                        .update()
                == 1;
    }

    void actNoLonger(PracticeId practice, PatientId holder, PatientId other) {
        jdbc.sql("""
                update account_session set acting_for = null
                where practice_id = :practice and patient_id = :holder and acting_for = :other
                """)
                .param("practice", practice.value())
                .param("holder", holder.value())
                .param("other", other.value())
                .update();
    }

    /** True if there was one of that account. */
    boolean end(PracticeId practice, PatientId patient, AccountSessionId session) {
        return jdbc.sql("""
                delete from account_session
                where practice_id = :practice and patient_id = :patient and session_id = :session
                """)
                        .param("practice", practice.value())
                        .param("patient", patient.value())
                        .param("session", session.value())
                        .update()
                == 1;
    }

    /** All of an account but one. */
    void endAll(PracticeId practice, PatientId patient, @Nullable AccountSessionId but) {
        jdbc.sql("""
                delete from account_session
                where practice_id = :practice and patient_id = :patient and (:but::uuid is null or session_id <> :but)
                """)
                .param("practice", practice.value())
                .param("patient", patient.value())
                .param("but", but == null ? null : but.value())
                .update();
    }

    /** What is over says nothing any more. */
    void forgetEnded(PracticeId practice, PatientId patient) {
        jdbc.sql("delete from account_session where practice_id = :practice and patient_id = :patient and not (" + ALIVE
                        + ")")
                .param("practice", practice.value())
                .param("patient", patient.value())
                .update();
    }

    private static String place(UUID id) {
        return "account_session.device:" + id;
    }
}
