package uk.anteroom.consultation;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.PracticeId;

@Repository
class FreedomStore {

    private final JdbcClient jdbc;

    FreedomStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(PracticeId practice, ConsultationId id, Freedom answer) {
        jdbc.sql("""
                insert into safe_to_talk (practice_id, consultation_id, answer) values (:practice, :id, :answer)
                on conflict (practice_id, consultation_id)
                    do update set answer = excluded.answer, answered_at = clock_timestamp()
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("answer", answer.name())
                .update();
    }

    /** Only while that clinician holds the consultation. */
    Optional<Freedom> heldBy(PracticeId practice, ConsultationId id, UUID clinician) {
        return jdbc.sql("""
                        select s.answer from safe_to_talk s
                        join consultation c on c.practice_id = s.practice_id and c.consultation_id = s.consultation_id
                        where s.practice_id = :practice and s.consultation_id = :id and c.clinician_id = :clinician
                        """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("clinician", clinician)
                .query(String.class)
                .optional()
                .map(Freedom::valueOf);
    }
}
