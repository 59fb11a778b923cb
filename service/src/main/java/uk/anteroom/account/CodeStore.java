package uk.anteroom.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;

@Repository
class CodeStore {

    /** Long enough to find the telephone, too short to talk somebody out of it tomorrow. A link of the staff's is read whenever its reader comes home. */
    private static final String ALIVE = """
            asked_at > clock_timestamp() - case purpose when 'SENT_BY_STAFF' then interval '24 hours' else interval '10 minutes' end
            """;

    /** A flood of letters is a flood whoever asked for it. */
    private static final int A_DAY = 5;

    /** What somebody asked for, before it was looked up. */
    record Asked(CodePurpose purpose, String what) {}

    /**
     * A code that is under way or was tried.
     *
     * @param patient null: nobody is meant
     * @param code null: none was sent
     */
    record Row(
            UUID id,
            CodePurpose purpose,
            @Nullable PatientId patient,
            @Nullable String code,
            int triesLeft) {}

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    CodeStore(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void ask(PracticeId practice, UUID id, CodePurpose purpose, byte[] key, String what) {
        jdbc.sql("""
                insert into account_code (practice_id, code_id, purpose, key_digest, asked_sealed)
                values (:practice, :id, :purpose, :key, :what)
                """)
                .param("practice", practice.value())
                .param("id", id)
                .param("purpose", purpose.name())
                .param("key", key)
                .param("what", cipher.seal(what, place("asked", id)))
                .update();
    }

    /** What is to be looked up; empty if it was, or is of no use any more. */
    Optional<Asked> asked(PracticeId practice, UUID id) {
        return jdbc.sql("""
                select purpose, asked_sealed from account_code
                where practice_id = :practice and code_id = :id and looked_up_at is null and asked_sealed is not null and
                """ + ALIVE + " for update")
                .param("practice", practice.value())
                .param("id", id)
                .query((row, n) -> new Asked(
                        CodePurpose.valueOf(row.getString("purpose")),
                        cipher.open(row.getBytes("asked_sealed"), place("asked", id))))
                .optional();
    }

    void nobodyMeant(PracticeId practice, UUID id) {
        jdbc.sql("""
                update account_code set looked_up_at = clock_timestamp(), asked_sealed = null
                where practice_id = :practice and code_id = :id
                """).param("practice", practice.value()).param("id", id).update();
    }

    /** Whether another code may go to that patient today. Whoever asks for the same patient at this moment waits. */
    boolean mayHaveAnother(PracticeId practice, PatientId patient) {
        jdbc.sql("select 1 from patient where practice_id = :practice and patient_id = :patient for no key update")
                .param("practice", practice.value())
                .param("patient", patient.value())
                .query(Integer.class)
                .optional();
        return jdbc.sql("""
                        select count(*) from account_code
                        where practice_id = :practice and patient_id = :patient and looked_up_at > clock_timestamp() - interval '1 day'
                        """)
                        .param("practice", practice.value())
                        .param("patient", patient.value())
                        .query(Integer.class)
                        .single()
                < A_DAY;
    }

    void meant(PracticeId practice, UUID id, PatientId patient, String code) {
        jdbc.sql("""
                update account_code
                set looked_up_at = clock_timestamp(), asked_sealed = null, patient_id = :patient, code_sealed = :code
                where practice_id = :practice and code_id = :id
                """)
                .param("patient", patient.value())
                .param("code", cipher.seal(code, place("code", id)))
                .param("practice", practice.value())
                .param("id", id)
                .update();
    }

    /** One that can still be used, for whoever writes the letter. */
    Optional<Row> underWay(PracticeId practice, UUID id) {
        return jdbc.sql("""
                select code_id, purpose, patient_id, code_sealed, tries_left from account_code
                where practice_id = :practice and code_id = :id and patient_id is not null and confirmed_at is null and
                """ + ALIVE)
                .param("practice", practice.value())
                .param("id", id)
                .query((row, n) -> row(row))
                .optional();
    }

    /** Uses up one try; empty if there is none, or the code is over. Racing tries use one each. */
    Optional<Row> takeTry(PracticeId practice, byte[] key) {
        return jdbc.sql("""
                update account_code set tries_left = tries_left - 1
                where practice_id = :practice and key_digest = :key and tries_left > 0 and confirmed_at is null
                  and purpose <> 'SENT_BY_STAFF' and
                """ + ALIVE + " returning code_id, purpose, patient_id, code_sealed, tries_left")
                .param("practice", practice.value())
                .param("key", key)
                .query((row, n) -> row(row))
                .optional();
    }

    /** Whether it is a link of the staff's that nobody has pressed yet. */
    boolean isLink(PracticeId practice, byte[] key) {
        return jdbc.sql("""
                select exists (
                    select from account_code
                    where practice_id = :practice and key_digest = :key and purpose = 'SENT_BY_STAFF' and confirmed_at is null and
                """ + ALIVE + ")")
                .param("practice", practice.value())
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    /** True for the first who presses it. */
    boolean pressed(PracticeId practice, byte[] key) {
        return jdbc.sql("""
                update account_code set confirmed_at = clock_timestamp(), code_sealed = null
                where practice_id = :practice and key_digest = :key and purpose = 'SENT_BY_STAFF' and confirmed_at is null and
                """ + ALIVE)
                        .param("practice", practice.value())
                        .param("key", key)
                        .update()
                == 1;
    }

    void confirm(PracticeId practice, UUID id) {
        jdbc.sql("""
                update account_code set confirmed_at = clock_timestamp(), code_sealed = null
                where practice_id = :practice and code_id = :id and confirmed_at is null
                """).param("practice", practice.value()).param("id", id).update();
    }

    /** One that was typed rightly a while ago and not used yet. */
    Optional<Row> confirmed(PracticeId practice, byte[] key) {
        return jdbc.sql("""
                select code_id, purpose, patient_id, code_sealed, tries_left from account_code
                where practice_id = :practice and key_digest = :key and used_at is null
                  and confirmed_at > clock_timestamp() - interval '30 minutes'
                """)
                .param("practice", practice.value())
                .param("key", key)
                .query((row, n) -> row(row))
                .optional();
    }

    /** True for the first who uses it. */
    boolean use(PracticeId practice, UUID id) {
        return jdbc.sql("""
                update account_code set used_at = clock_timestamp()
                where practice_id = :practice and code_id = :id and confirmed_at is not null and used_at is null
                """).param("practice", practice.value()).param("id", id).update() == 1;
    }

    /** Codes are of no use after a day, and are counted for one. */
    void forgetOld(PracticeId practice) {
        jdbc.sql(
                        "delete from account_code where practice_id = :practice and asked_at < clock_timestamp() - interval '2 days'")
                .param("practice", practice.value())
                .update();
    }

    private Row row(ResultSet row) throws SQLException {
        UUID id = row.getObject("code_id", UUID.class);
        UUID patient = row.getObject("patient_id", UUID.class);
        byte[] code = row.getBytes("code_sealed");
        return new Row(
                id,
                CodePurpose.valueOf(row.getString("purpose")),
                patient == null ? null : new PatientId(patient),
                code == null ? null : cipher.open(code, place("code", id)),
                row.getInt("tries_left"));
    }

    private static String place(String column, UUID id) {
        return "account_code." + column + ":" + id;
    }
}
