package uk.anteroom.needs;

import java.sql.Types;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.StaffId;

@Repository
class NeedsStore {

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    NeedsStore(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    Optional<Needs> find(PracticeId practice, PatientId patient) {
        return jdbc.sql(
                        "select needs_sealed from patient_needs where practice_id = :practice and patient_id = :patient")
                .param("practice", practice.value())
                .param("patient", patient.value())
                .query((row, n) -> Needs.stored(cipher.open(row.getBytes("needs_sealed"), place(patient))))
                .optional();
    }

    /** Of those of whom anything is known. */
    Map<PatientId, Needs> find(PracticeId practice, Collection<PatientId> patients) {
        return jdbc
                .sql(
                        "select patient_id, needs_sealed from patient_needs where practice_id = :practice and patient_id = any(cast(:patients as uuid[]))")
                .param("practice", practice.value())
                .param("patients", patients.stream().map(PatientId::toString).toArray(String[]::new))
                .query((row, n) -> {
                    PatientId patient = new PatientId(row.getObject("patient_id", UUID.class));
                    return Map.entry(patient, Needs.stored(cipher.open(row.getBytes("needs_sealed"), place(patient))));
                })
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Puts what is known now.
     *
     * @param by null for the clinical system
     */
    void put(PracticeId practice, PatientId patient, Needs needs, @Nullable StaffId by) {
        jdbc.sql("""
                insert into patient_needs (practice_id, patient_id, needs_sealed, changed_by)
                values (:practice, :patient, :needs, :by)
                on conflict (practice_id, patient_id) do update
                set needs_sealed = excluded.needs_sealed, changed_by = excluded.changed_by, changed_at = clock_timestamp()
                """)
                .param("practice", practice.value())
                .param("patient", patient.value())
                .param("needs", cipher.seal(needs.stored(), place(patient)))
                .param("by", by == null ? null : by.value(), Types.OTHER)
                .update();
    }

    private static String place(PatientId patient) {
        return "patient_needs:" + patient;
    }
}
