package uk.anteroom.account;

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
class PasskeyStore {

    /** What a signature is checked with. */
    // plain arrays, handed straight to the library
    @SuppressWarnings("ArrayRecordComponent")
    record Key(PasskeyId id, PatientId patient, byte[] credentialData, long signCount, boolean backupEligible) {}

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    PasskeyStore(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Keeps a question until it is answered. */
    void ask(PracticeId practice, byte[] challenge, @Nullable PatientId patient) {
        jdbc.sql("""
                delete from account_challenge
                where practice_id = :practice and created_at < clock_timestamp() - interval '1 hour'
                """).param("practice", practice.value()).update();
        jdbc.sql("""
                insert into account_challenge (practice_id, challenge_digest, patient_id) values (:practice, :challenge, :patient)
                """)
                .param("practice", practice.value())
                .param("challenge", challenge)
                .param("patient", patient == null ? null : patient.value())
                .update();
    }

    /** True for the first answer to a question that was asked a moment ago, of the same person. */
    boolean answered(PracticeId practice, byte[] challenge, @Nullable PatientId patient) {
        return jdbc.sql("""
                delete from account_challenge
                where practice_id = :practice and challenge_digest = :challenge and patient_id is not distinct from :patient::uuid
                  and created_at > clock_timestamp() - interval '5 minutes'
                """)
                        .param("practice", practice.value())
                        .param("challenge", challenge)
                        .param("patient", patient == null ? null : patient.value())
                        .update()
                == 1;
    }

    /** False if it is there already. */
    boolean add(PracticeId practice, PatientId patient, byte[] credentialId, Key key, String name) {
        UUID id = key.id().value();
        return jdbc.sql("""
                insert into account_passkey (practice_id, passkey_id, patient_id, credential_id, credential_data, sign_count,
                                             backup_eligible, name_sealed)
                values (:practice, :id, :patient, :credential, :data, :count, :backup, :name)
                on conflict do nothing
                """)
                        .param("practice", practice.value())
                        .param("id", id)
                        .param("patient", patient.value())
                        .param("credential", credentialId)
                        .param("data", key.credentialData())
                        .param("count", key.signCount())
                        .param("backup", key.backupEligible())
                        .param("name", cipher.seal(name, place(id)))
                        .update()
                == 1;
    }

    Optional<Key> withCredential(PracticeId practice, byte[] credentialId) {
        return jdbc.sql("""
                select passkey_id, patient_id, credential_data, sign_count, backup_eligible from account_passkey
                where practice_id = :practice and credential_id = :credential
                """)
                .param("practice", practice.value())
                .param("credential", credentialId)
                .query((row, n) -> new Key(
                        new PasskeyId(row.getObject("passkey_id", UUID.class)),
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        row.getBytes("credential_data"),
                        row.getLong("sign_count"),
                        row.getBoolean("backup_eligible")))
                .optional();
    }

    /** The ids by which devices know them. */
    List<byte[]> credentials(PracticeId practice, PatientId patient) {
        return jdbc.sql(
                        "select credential_id from account_passkey where practice_id = :practice and patient_id = :patient")
                .param("practice", practice.value())
                .param("patient", patient.value())
                .query((row, n) -> row.getBytes("credential_id"))
                .list();
    }

    void used(PracticeId practice, PasskeyId id, long signCount) {
        jdbc.sql("""
                update account_passkey set used_at = clock_timestamp(), sign_count = greatest(sign_count, :count)
                where practice_id = :practice and passkey_id = :id
                """)
                .param("count", signCount)
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
    }

    List<Passkey> ofPatient(PracticeId practice, PatientId patient) {
        return jdbc.sql("""
                select passkey_id, name_sealed, created_at, used_at from account_passkey
                where practice_id = :practice and patient_id = :patient order by created_at
                """)
                .param("practice", practice.value())
                .param("patient", patient.value())
                .query((row, n) -> {
                    UUID id = row.getObject("passkey_id", UUID.class);
                    OffsetDateTime used = row.getObject("used_at", OffsetDateTime.class);
                    return new Passkey(
                            new PasskeyId(id),
                            cipher.open(row.getBytes("name_sealed"), place(id)),
                            row.getObject("created_at", OffsetDateTime.class).toInstant(),
                            used == null ? null : used.toInstant());
                })
                .list();
    }

    boolean remove(PracticeId practice, PatientId patient, PasskeyId id) {
        return jdbc.sql("""
                delete from account_passkey where practice_id = :practice and patient_id = :patient and passkey_id = :id
                """)
                        .param("practice", practice.value())
                        .param("patient", patient.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private static String place(UUID id) {
        return "account_passkey.name:" + id;
    }
}
