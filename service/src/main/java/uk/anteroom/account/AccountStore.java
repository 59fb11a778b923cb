package uk.anteroom.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;

@Repository
class AccountStore {

    /** Whom a sign-in name belongs to. */
    record Credentials(PatientId patient, @Nullable String passwordHash) {}

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    AccountStore(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** False if the patient has one, or the address is another's name. */
    boolean add(
            PracticeId practice,
            PatientId patient,
            @Nullable EmailAddress email,
            boolean trusted,
            @Nullable String hash) {
        return jdbc.sql("""
                insert into patient_account (practice_id, patient_id, email_hash, email_sealed, email_trusted, password_hash)
                values (:practice, :patient, :email, :sealed, :trusted, :hash)
                on conflict do nothing
                """)
                        .param("practice", practice.value())
                        .param("patient", patient.value())
                        .param("email", email == null ? null : fingerprint(email))
                        .param("sealed", email == null ? null : cipher.seal(email.value(), place(patient.value())))
                        .param("trusted", trusted)
                        .param("hash", hash)
                        .update()
                == 1;
    }

    Optional<PatientAccount> find(PracticeId practice, PatientId patient) {
        return jdbc.sql("""
                select patient_id, email_sealed, email_trusted, password_hash is not null as has_password, created_at
                from patient_account where practice_id = :practice and patient_id = :patient
                """)
                .param("practice", practice.value())
                .param("patient", patient.value())
                .query((row, n) -> account(practice, row))
                .optional();
    }

    private PatientAccount account(PracticeId practice, ResultSet row) throws SQLException {
        UUID patient = row.getObject("patient_id", UUID.class);
        byte[] sealed = row.getBytes("email_sealed");
        return new PatientAccount(
                practice,
                new PatientId(patient),
                sealed == null ? null : new EmailAddress(cipher.open(sealed, place(patient))),
                row.getBoolean("email_trusted"),
                row.getBoolean("has_password"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    Optional<Credentials> named(PracticeId practice, EmailAddress email) {
        return jdbc.sql("""
                select patient_id, password_hash from patient_account
                where practice_id = :practice and email_hash = :email
                """)
                .param("practice", practice.value())
                .param("email", fingerprint(email))
                .query((row, n) -> new Credentials(
                        new PatientId(row.getObject("patient_id", UUID.class)), row.getString("password_hash")))
                .optional();
    }

    Optional<String> hash(PracticeId practice, PatientId patient) {
        return jdbc.sql("""
                select password_hash from patient_account
                where practice_id = :practice and patient_id = :patient and password_hash is not null
                """)
                .param("practice", practice.value())
                .param("patient", patient.value())
                .query(String.class)
                .optional();
    }

    /** True if the old one was still there. */
    boolean replace(PracticeId practice, PatientId patient, @Nullable String old, String fresh) {
        return jdbc.sql("""
                update patient_account set password_hash = :fresh
                where practice_id = :practice and patient_id = :patient and password_hash is not distinct from :old
                """)
                        .param("fresh", fresh)
                        .param("practice", practice.value())
                        .param("patient", patient.value())
                        .param("old", old)
                        .update()
                == 1;
    }

    void setHash(PracticeId practice, PatientId patient, String hash) {
        jdbc.sql("""
                update patient_account set password_hash = :hash where practice_id = :practice and patient_id = :patient
                """)
                .param("hash", hash)
                .param("practice", practice.value())
                .param("patient", patient.value())
                .update();
    }

    /** Everybody who wants to change how this account is signed in to waits for each other. */
    void hold(PracticeId practice, PatientId patient) {
        jdbc.sql("""
                select 1 from patient_account where practice_id = :practice and patient_id = :patient for update
                """)
                .param("practice", practice.value())
                .param("patient", patient.value())
                .query(Integer.class)
                .optional();
    }

    boolean remove(PracticeId practice, PatientId patient) {
        return jdbc.sql("delete from patient_account where practice_id = :practice and patient_id = :patient")
                        .param("practice", practice.value())
                        .param("patient", patient.value())
                        .update()
                == 1;
    }

    private byte[] fingerprint(EmailAddress email) {
        return cipher.fingerprint("email", email.folded());
    }

    private static String place(UUID patient) {
        return "patient_account.email:" + patient;
    }
}
