package uk.anteroom.smart;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.practice.StaffId;

@Repository
class SmartStore {

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    SmartStore(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    List<SmartSystem> systems(PracticeId practice) {
        return jdbc.sql("select issuer, client_id from smart_system where practice_id = :practice order by issuer")
                .param("practice", practice.value())
                .query((row, n) -> new SmartSystem(practice, row.getString("issuer"), row.getString("client_id")))
                .list();
    }

    Optional<StaffId> account(PracticeId practice, String issuer, String subject) {
        return jdbc.sql("""
                select staff_id from smart_account
                where practice_id = :practice and issuer = :issuer and subject_hash = :subject
                """)
                .param("practice", practice.value())
                .param("issuer", issuer)
                .param("subject", hash(issuer, subject))
                .query(UUID.class)
                .optional()
                .map(StaffId::new);
    }

    void connect(PracticeId practice, String issuer, String subject, StaffId staff) {
        jdbc.sql("""
                insert into smart_account (practice_id, issuer, subject_hash, staff_id)
                values (:practice, :issuer, :subject, :staff)
                on conflict (practice_id, issuer, subject_hash) do update
                set staff_id = excluded.staff_id, connected_at = clock_timestamp()
                """)
                .param("practice", practice.value())
                .param("issuer", issuer)
                .param("subject", hash(issuer, subject))
                .param("staff", staff.value())
                .update();
    }

    private byte[] hash(String issuer, String subject) {
        return cipher.fingerprint("smart.subject", issuer + "\n" + subject);
    }
}
