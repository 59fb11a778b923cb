package uk.anteroom.account;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;

@Repository
class KnownDeviceStore {

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    KnownDeviceStore(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Whether that device was signed in before to the account of that name. */
    boolean knows(PracticeId practice, byte[] device, EmailAddress name) {
        return jdbc.sql("""
                select exists (
                    select from account_device d
                    join patient_account a on a.practice_id = d.practice_id and a.patient_id = d.patient_id
                    where d.practice_id = :practice and d.device_digest = :device and a.email_hash = :name)
                """)
                .param("practice", practice.value())
                .param("device", device)
                .param("name", cipher.fingerprint("email", name.folded()))
                .query(Boolean.class)
                .single();
    }

    void remember(PracticeId practice, byte[] device, PatientId patient) {
        jdbc.sql("""
                insert into account_device (practice_id, device_digest, patient_id) values (:practice, :device, :patient)
                on conflict (practice_id, device_digest, patient_id) do update set used_at = clock_timestamp()
                """)
                .param("practice", practice.value())
                .param("device", device)
                .param("patient", patient.value())
                .update();
    }

    void forgetAll(PracticeId practice, PatientId patient) {
        jdbc.sql("delete from account_device where practice_id = :practice and patient_id = :patient")
                .param("practice", practice.value())
                .param("patient", patient.value())
                .update();
    }
}
