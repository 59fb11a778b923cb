package uk.anteroom.carer;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import uk.anteroom.practice.StaffId;

@Repository
class CareStore {

    private static final String SELECT = """
            select care_id, carer_id, patient_id, said_sealed, asked_at, case when approved then decided_at end as approved_at, level
            from carer_access
            """;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    CareStore(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void ask(PracticeId practice, CareId id, PatientId carer, CareRequest said) {
        jdbc.sql("""
                insert into carer_access (practice_id, care_id, carer_id, said_sealed) values (:practice, :id, :carer, :said)
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("carer", carer.value())
                .param("said", cipher.seal(said.written(), place(id.value())))
                .update();
    }

    Optional<Care> find(PracticeId practice, CareId id) {
        return jdbc.sql(SELECT + "where practice_id = :practice and care_id = :id and ended_at is null")
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) -> care(row))
                .optional();
    }

    /** As {@link #find}, and nobody ends it until the transaction does. */
    Optional<Care> hold(PracticeId practice, CareId id) {
        return jdbc.sql(SELECT + "where practice_id = :practice and care_id = :id and ended_at is null for update")
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) -> care(row))
                .optional();
    }

    void meant(PracticeId practice, CareId id, PatientId patient) {
        jdbc.sql("""
                update carer_access set patient_id = :patient where practice_id = :practice and care_id = :id
                """)
                .param("patient", patient.value())
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
    }

    /** What somebody may do or wants to do for others; what was refused looks as if nobody had decided. */
    List<Care> ofCarer(PracticeId practice, PatientId carer) {
        return jdbc.sql(SELECT
                        + "where practice_id = :practice and carer_id = :carer and ended_at is null order by asked_at")
                .param("practice", practice.value())
                .param("carer", carer.value())
                .query((row, n) -> care(row))
                .list();
    }

    /** Who may act for a patient, or wants to and has no answer yet. */
    List<Care> forPatient(PracticeId practice, PatientId patient) {
        return jdbc.sql(SELECT + """
                where practice_id = :practice and patient_id = :patient and ended_at is null and approved is distinct from false
                order by asked_at
                """)
                .param("practice", practice.value())
                .param("patient", patient.value())
                .query((row, n) -> care(row))
                .list();
    }

    /** By what leave one patient writes for another; nobody ends it until the transaction does. */
    List<Care> holdWriting(PracticeId practice, PatientId carer, PatientId patient) {
        return jdbc.sql(SELECT + """
                where practice_id = :practice and carer_id = :carer and patient_id = :patient and approved and ended_at is null
                  and level = 'READ_AND_WRITE'
                for share
                """)
                .param("practice", practice.value())
                .param("carer", carer.value())
                .param("patient", patient.value())
                .query((row, n) -> care(row))
                .list();
    }

    /** True for the first who decides. */
    boolean decide(PracticeId practice, CareId id, StaffId by, boolean approved, CareLevel level) {
        return jdbc.sql("""
                update carer_access set approved = :approved, level = :level, decided_at = clock_timestamp(), decided_by = :by
                where practice_id = :practice and care_id = :id and patient_id is not null and approved is null and ended_at is null
                """)
                        .param("approved", approved)
                        .param("level", level.name())
                        .param("by", by.value())
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** True if there is one that is approved, and it was another level. */
    boolean setLevel(PracticeId practice, CareId id, CareLevel level) {
        return jdbc.sql("""
                update carer_access set level = :level
                where practice_id = :practice and care_id = :id and approved and ended_at is null and level <> :level
                """)
                        .param("level", level.name())
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** True for the first who ends it. */
    boolean end(PracticeId practice, CareId id) {
        return jdbc.sql("""
                update carer_access set ended_at = clock_timestamp()
                where practice_id = :practice and care_id = :id and ended_at is null
                """)
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private Care care(ResultSet row) throws SQLException {
        UUID id = row.getObject("care_id", UUID.class);
        UUID patient = row.getObject("patient_id", UUID.class);
        OffsetDateTime approved = row.getObject("approved_at", OffsetDateTime.class);
        return new Care(
                new CareId(id),
                new PatientId(row.getObject("carer_id", UUID.class)),
                who(patient),
                CareRequest.read(cipher.open(row.getBytes("said_sealed"), place(id))),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                approved == null ? null : approved.toInstant(),
                CareLevel.valueOf(row.getString("level")));
    }

    private static @Nullable PatientId who(@Nullable UUID patient) {
        return patient == null ? null : new PatientId(patient);
    }

    private static String place(UUID id) {
        return "carer_access.said:" + id;
    }
}
